package chat.letstalk.notification;

import chat.letstalk.notification.identity.Identity;
import chat.letstalk.notification.identity.IdentityUnknowable;
import chat.letstalk.notification.identity.TokenCheck;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that this test has issued. */
public final class KnownTokens implements TokenCheck {

  private final Map<String, Identity> issued = new ConcurrentHashMap<>();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private volatile boolean away;
  private volatile boolean broken;

  /** A fresh token of an account. */
  public String of(String account) {
    return of(account, Instant.now().plusSeconds(3600));
  }

  public String of(String account, Instant expiresAt) {
    String token = UUID.randomUUID().toString();
    issued.put(token, new Identity(account, "jti-" + token, expiresAt));
    return token;
  }

  public void revoke(String token) {
    revoked.add(issued.get(token).tokenId());
  }

  /** From now on nobody can say whose a token is. */
  public void goAway() {
    away = true;
  }

  /** From now on a check fails in a way that nobody has thought of. */
  public void breakDown() {
    broken = true;
  }

  @Override
  public Optional<Identity> identityOf(String token) throws IdentityUnknowable {
    if (broken) {
      throw new IllegalStateException("broken");
    }
    if (away) {
      throw new IdentityUnknowable("away", null);
    }
    return Optional.ofNullable(issued.get(token))
        .filter(who -> !isRevoked(who) && who.expiresAt().isAfter(Instant.now()));
  }

  @Override
  public boolean isRevoked(Identity identity) {
    return revoked.contains(identity.tokenId());
  }

  @Override
  public boolean isReady() {
    return !away;
  }
}
