package chat.letstalk.notification.identity;

import java.util.Optional;

/** Says whose a token is. */
public interface TokenCheck {

  /**
   * The account behind a token.
   *
   * @param token bare, as clients send it
   * @return empty for anything but a valid token of ours; never waits
   * @throws IdentityUnknowable when that cannot be said at present
   */
  Optional<Identity> identityOf(String token) throws IdentityUnknowable;

  /** Whether the token has been revoked since it was checked; never waits. */
  boolean isRevoked(Identity identity);

  /** Whether anything is known about tokens yet; until then nobody is let in. */
  boolean isReady();
}
