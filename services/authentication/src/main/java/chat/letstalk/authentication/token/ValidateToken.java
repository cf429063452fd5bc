package chat.letstalk.authentication.token;

import chat.letstalk.authentication.key.KeyRing;
import chat.letstalk.authentication.metric.Meter;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says whose a token is. Only what we issue ourselves is valid: RS256, a kid of our ring, no header
 * that brings or names a key, our issuer and audience, not expired, not revoked.
 */
public final class ValidateToken {

  /** Ours have about a kilobyte. */
  static final int LONGEST = 8 * 1024;

  /** How far the clocks of replicas may differ. */
  private static final Duration SKEW = Duration.ofSeconds(5);

  private final KeyRing keys;
  private final TokenSettings settings;
  private final Revocations revocations;
  private final Clock clock;
  private final Meter meter;

  /** Verifies with the ring's keys. */
  public ValidateToken(
      KeyRing keys, TokenSettings settings, Revocations revocations, Clock clock, Meter meter) {
    this.keys = keys;
    this.settings = settings;
    this.revocations = revocations;
    this.clock = clock;
    this.meter = meter;
  }

  /**
   * Validates a token.
   *
   * @param serialized whatever somebody presented, without "Bearer "
   * @return empty for anything but a valid token
   */
  public Optional<ValidToken> validate(String serialized) {
    Optional<ValidToken> valid =
        genuine(serialized).filter(token -> !revocations.isRevoked(token.tokenId()));
    if (valid.isEmpty()) {
      meter.count(Meter.Event.TOKENS_REFUSED);
    }
    return valid;
  }

  /** As {@link #validate}, but a revoked token counts too. */
  Optional<ValidToken> genuine(String serialized) {
    if (serialized.isEmpty() || serialized.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT token = SignedJWT.parse(serialized);
      if (!isOurs(token.getHeader())) {
        return Optional.empty();
      }
      Optional<RSAPublicKey> key = keys.verifying(token.getHeader().getKeyID());
      if (key.isEmpty() || !token.verify(new RSASSAVerifier(key.get()))) {
        return Optional.empty();
      }
      return claimsOf(token.getJWTClaimsSet());
    } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static boolean isOurs(JWSHeader header) {
    return JWSAlgorithm.RS256.equals(header.getAlgorithm())
        && (header.getType() == null || JOSEObjectType.JWT.equals(header.getType()))
        && header.getContentType() == null
        && header.getKeyID() != null
        && header.getCriticalParams() == null
        && header.isBase64URLEncodePayload()
        && bringsNoKey(header);
  }

  @SuppressWarnings("deprecation") // x5t too names a key, however weakly
  private static boolean bringsNoKey(JWSHeader header) {
    return header.getJWK() == null
        && header.getJWKURL() == null
        && header.getX509CertURL() == null
        && header.getX509CertChain() == null
        && header.getX509CertThumbprint() == null
        && header.getX509CertSHA256Thumbprint() == null;
  }

  private Optional<ValidToken> claimsOf(JWTClaimsSet claims) throws ParseException {
    Instant now = clock.instant();
    boolean fits =
        settings.issuer().equals(claims.getIssuer())
            && claims.getAudience().contains(settings.audience())
            && claims.getExpirationTime() != null
            && claims.getExpirationTime().toInstant().isAfter(now)
            && (claims.getNotBeforeTime() == null
                || !claims.getNotBeforeTime().toInstant().isAfter(now.plus(SKEW)))
            && Uuids.isUuid(claims.getJWTID())
            && Uuids.isUuid(claims.getSubject());
    if (!fits) {
      return Optional.empty();
    }
    List<String> groups = claims.getStringListClaim("groups");
    return Optional.of(
        new ValidToken(
            claims.getSubject(),
            claims.getJWTID(),
            claims.getExpirationTime().toInstant(),
            groups == null ? List.of() : groups));
  }
}
