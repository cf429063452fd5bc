package chat.letstalk.filestorage.identity;

import chat.letstalk.authentication.client.ValidatedToken;
import java.util.Optional;

/** Says what a valid token says. Thread-safe. */
@FunctionalInterface
public interface TokenCheck {

  /**
   * Checks a token.
   *
   * @param token bare; whatever somebody presented
   * @return empty for anything but a valid token of ours; may wait for the authentication service
   * @throws IdentityUnknowable when that cannot be said at present
   */
  Optional<ValidatedToken> check(String token);
}
