package chat.letstalk.notification.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Verifies tokens right here, against the public keys of the authentication service: thousands of
 * clients may return at once, whether or not that service is there to be asked. Thread-safe.
 */
public final class SignedTokens implements TokenCheck {

  /** Ours have about a kilobyte. */
  private static final int LONGEST = 8 * 1024;

  /** How far the clocks of services may differ. */
  private static final int SKEW_SECONDS = 5;

  private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();
  private final PublishedKeys keys;
  private final Predicate<String> revoked;
  private final BooleanSupplier revokedAreKnown;

  /**
   * @param keys what tokens are verified with
   * @param issuer "iss" of every token of ours
   * @param audiences one of which is in "aud" of every token of ours
   * @param revoked whether the token with this "jti" has been revoked; never waits
   * @param revokedAreKnown whether that has ever been heard from the authentication service
   */
  public SignedTokens(
      PublishedKeys keys,
      String issuer,
      Set<String> audiences,
      Predicate<String> revoked,
      BooleanSupplier revokedAreKnown) {
    this.keys = keys;
    this.revoked = revoked;
    this.revokedAreKnown = revokedAreKnown;
    tokens.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
    tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            audiences,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "jti", "exp"),
            Set.of());
    claims.setMaxClockSkew(SKEW_SECONDS);
    tokens.setJWTClaimsSetVerifier(claims);
  }

  @Override
  public Optional<Identity> identityOf(String token) throws IdentityUnknowable {
    if (!isReady()) {
      throw new IdentityUnknowable("Keys and revoked tokens are not known yet", null);
    }
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      if (signed.getHeader().getKeyID() == null) {
        return Optional.empty();
      }
      return Optional.of(identity(tokens.process(signed, null))).filter(who -> !isRevoked(who));
    } catch (ParseException | BadJOSEException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (JOSEException e) {
      throw new IdentityUnknowable("The token cannot be verified", e);
    }
  }

  private static Identity identity(JWTClaimsSet claims) {
    return new Identity(
        claims.getSubject(), claims.getJWTID(), claims.getExpirationTime().toInstant());
  }

  @Override
  public boolean isRevoked(Identity identity) {
    return revoked.test(identity.tokenId());
  }

  @Override
  public boolean isReady() {
    return keys.areKnown() && revokedAreKnown.getAsBoolean();
  }
}
