package chat.letstalk.authentication.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;

/**
 * A private RSA key with its id and age. Keys are ordered by age, the oldest first.
 *
 * @param jwk with private part, kid, and "iat" where it is known
 * @param id the "kid"
 * @param createdAt {@link Instant#EPOCH} where it is not known
 * @param publicKey what verifies
 * @param privateKey what signs
 */
public record SigningKey(
    RSAKey jwk, String id, Instant createdAt, RSAPublicKey publicKey, PrivateKey privateKey)
    implements Comparable<SigningKey> {

  private static final int BITS = 2048;
  private static final Comparator<SigningKey> BY_AGE =
      Comparator.comparing(SigningKey::createdAt).thenComparing(SigningKey::id);

  /** Makes a new key; takes a moment. */
  static SigningKey create(Instant now) {
    try {
      return from(
          new RSAKeyGenerator(BITS)
              .keyIDFromThumbprint(true)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.RS256)
              .issueTime(Date.from(now))
              .generate());
    } catch (JOSEException e) {
      throw new IllegalStateException("This JVM cannot make RSA keys", e);
    }
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException when it is not fit for signing
   */
  static SigningKey from(RSAKey jwk) {
    if (!jwk.isPrivate() || jwk.getKeyID() == null || jwk.size() < BITS) {
      throw new IllegalArgumentException(
          "A signing key is a private RSA key of at least " + BITS + " bits with a kid");
    }
    try {
      return new SigningKey(
          jwk,
          jwk.getKeyID(),
          Optional.ofNullable(jwk.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH),
          jwk.toRSAPublicKey(),
          jwk.toPrivateKey());
    } catch (JOSEException e) {
      throw new IllegalArgumentException("Not an RSA key", e);
    }
  }

  /** What everybody may see. */
  RSAKey published() {
    return new RSAKey.Builder(publicKey)
        .keyID(id)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .build();
  }

  @Override
  public int compareTo(SigningKey other) {
    return BY_AGE.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningKey key && key.id.equals(id) && key.createdAt.equals(createdAt);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The private part belongs in no log. */
  @Override
  public String toString() {
    return "SigningKey[" + id + ", " + createdAt + "]";
  }
}
