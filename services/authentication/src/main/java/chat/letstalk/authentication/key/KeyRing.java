package chat.letstalk.authentication.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Which key signs, and which keys verify. A new key signs only after {@link #NOTICE}, when every
 * replica and every reader of the JWKS knows it; an old one verifies until the last token that it
 * signed has expired. Thread-safe.
 */
public final class KeyRing {

  /** From the making of a key to its first signature. */
  public static final Duration NOTICE = Duration.ofSeconds(60);

  private static final Logger LOG = Logger.getLogger(KeyRing.class.getName());

  private final KeyFolder folder;
  private final Duration tokenLifetime;
  private final Clock clock;
  private volatile List<SigningKey> keys = List.of();

  /**
   * Reads the keys, after making the first where there is none.
   *
   * @param folder shared by all replicas
   * @param tokenLifetime how long an old key is needed
   */
  public KeyRing(KeyFolder folder, Duration tokenLifetime, Clock clock) {
    this.folder = folder;
    this.tokenLifetime = tokenLifetime;
    this.clock = clock;
    folder.ensureKey(clock.instant());
    refresh();
  }

  /** Reads the keys again. An empty folder changes nothing: signing somebody out is no answer. */
  public void refresh() {
    List<SigningKey> read = folder.read();
    if (read.isEmpty() && !keys.isEmpty()) {
      LOG.severe(() -> "No key is left in " + folder + "; those known before stay in use");
    } else {
      keys = read;
    }
  }

  /** Whether there is a key to sign with. */
  public boolean canSign() {
    return !keys.isEmpty();
  }

  /**
   * The key that signs now: the newest that has been known for long enough, else the oldest.
   *
   * @throws IllegalStateException when there is no key at all
   */
  public SigningKey signing() {
    Instant now = clock.instant();
    SigningKey signing = null;
    for (SigningKey key : keys) {
      if (signing == null || !signsFrom(key).isAfter(now)) {
        signing = key;
      }
    }
    if (signing == null) {
      throw new IllegalStateException("There is no signing key");
    }
    return signing;
  }

  /** The key by which a signature is checked; empty for a foreign one. */
  public Optional<RSAPublicKey> verifying(String keyId) {
    return verifying().stream()
        .filter(key -> key.id().equals(keyId))
        .map(SigningKey::publicKey)
        .findAny();
  }

  /** All keys that verify, the coming one included, as a JWK set in JSON: public parts alone. */
  public String published() {
    List<JWK> published = new ArrayList<>();
    verifying().forEach(key -> published.add(key.published()));
    return new JWKSet(published).toString(true);
  }

  private List<SigningKey> verifying() {
    List<SigningKey> all = keys;
    List<SigningKey> verifying = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i + 1 == all.size() || !isRetired(all.get(i + 1))) {
        verifying.add(all.get(i));
      }
    }
    return verifying;
  }

  /** Whether the key before this one has nothing left to verify. */
  private boolean isRetired(SigningKey successor) {
    return signsFrom(successor).plus(tokenLifetime).plus(NOTICE).isBefore(clock.instant());
  }

  static Instant signsFrom(SigningKey key) {
    return key.createdAt().plus(NOTICE);
  }
}
