package chat.letstalk.authentication.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private volatile Keys keys = new Keys(List.of(), Map.of());
  private volatile boolean lost; // so that it is said once

  /**
   * What a reading of the folder has brought.
   *
   * @param byAge the oldest first
   * @param byId the same keys as they verify
   */
  private record Keys(List<SigningKey> byAge, Map<String, Verifying> byId) {}

  /**
   * @param until when the last token that it signed expires; {@link Instant#MAX} for the newest
   */
  private record Verifying(SigningKey key, Instant until) {}

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
    boolean isLost = read.isEmpty() && canSign();
    if (!isLost) {
      keys = new Keys(read, byId(read));
    } else if (!lost) {
      LOG.severe(() -> "No key is left in " + folder + "; those known before stay in use");
    }
    lost = isLost;
  }

  private Map<String, Verifying> byId(List<SigningKey> byAge) {
    Map<String, Verifying> byId = new HashMap<>();
    for (int i = 0; i < byAge.size(); i++) {
      boolean isNewest = i + 1 == byAge.size();
      Instant until =
          isNewest ? Instant.MAX : signsFrom(byAge.get(i + 1)).plus(tokenLifetime).plus(NOTICE);
      byId.put(byAge.get(i).id(), new Verifying(byAge.get(i), until));
    }
    return byId;
  }

  /** Whether there is a key to sign with. */
  public boolean canSign() {
    return !keys.byAge().isEmpty();
  }

  /**
   * The key that signs now: the newest that has been known for long enough, else the oldest.
   *
   * @throws IllegalStateException when there is no key at all
   */
  public SigningKey signing() {
    Instant now = clock.instant();
    List<SigningKey> byAge = keys.byAge();
    for (int i = byAge.size() - 1; i >= 0; i--) {
      if (i == 0 || !signsFrom(byAge.get(i)).isAfter(now)) {
        return byAge.get(i);
      }
    }
    throw new IllegalStateException("There is no signing key");
  }

  /** The key by which a signature is checked; empty for a foreign one. */
  public Optional<RSAPublicKey> verifying(String keyId) {
    return Optional.ofNullable(keys.byId().get(keyId))
        .filter(this::isInUse)
        .map(verifying -> verifying.key().publicKey());
  }

  /** All keys that verify, the coming one included, as a JWK set in JSON: public parts alone. */
  public String published() {
    List<JWK> published =
        keys.byId().values().stream()
            .filter(this::isInUse)
            .map(Verifying::key)
            .sorted()
            .<JWK>map(SigningKey::published)
            .toList();
    return new JWKSet(published).toString(true);
  }

  private boolean isInUse(Verifying verifying) {
    return !verifying.until().isBefore(clock.instant());
  }

  static Instant signsFrom(SigningKey key) {
    return key.createdAt().plus(NOTICE);
  }
}
