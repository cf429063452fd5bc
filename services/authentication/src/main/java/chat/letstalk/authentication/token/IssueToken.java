package chat.letstalk.authentication.token;

import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.code.EmailAddress;
import chat.letstalk.authentication.key.KeyRing;
import chat.letstalk.authentication.key.SigningKey;
import chat.letstalk.authentication.metric.Meter;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Issues a token to somebody whose identity has been checked: an MP-JWT, signed with RS256. */
public final class IssueToken {

  private static final int MOST_GROUPS = 16;
  private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final KeyRing keys;
  private final TokenSettings settings;
  private final Clock clock;
  private final Meter meter;

  /** Signs with the ring's present key. */
  public IssueToken(KeyRing keys, TokenSettings settings, Clock clock, Meter meter) {
    this.keys = keys;
    this.settings = settings;
    this.clock = clock;
    this.meter = meter;
  }

  /**
   * Issues a token.
   *
   * @param accountId a UUID
   * @param email becomes "upn"
   * @param groups become "groups"
   * @throws InvalidInput when one of them is not what it should be
   */
  public IssuedToken issue(String accountId, String email, List<String> groups) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiresAt = now.plus(settings.lifetime()).truncatedTo(ChronoUnit.SECONDS);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer())
            .audience(settings.audience())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .jwtID(UUID.randomUUID().toString())
            .subject(checkedAccount(accountId))
            .claim("upn", EmailAddress.of(email).text())
            .claim("groups", checkedGroups(groups))
            .build();
    String token = sign(claims);
    meter.count(Meter.Event.TOKENS_ISSUED);
    return new IssuedToken(token, expiresAt);
  }

  private String sign(JWTClaimsSet claims) {
    SigningKey key = keys.signing();
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.id()).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new RSASSASigner(key.privateKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException("The key " + key.id() + " does not sign", e);
    }
    return token.serialize();
  }

  private static String checkedAccount(String accountId) {
    if (!Uuids.isUuid(accountId)) {
      throw new InvalidInput("The account id is no UUID");
    }
    return accountId;
  }

  private static List<String> checkedGroups(List<String> groups) {
    if (groups.size() > MOST_GROUPS || !groups.stream().allMatch(g -> GROUP.matcher(g).matches())) {
      throw new InvalidInput("The groups are not " + MOST_GROUPS + " plain names or fewer");
    }
    return List.copyOf(groups);
  }
}
