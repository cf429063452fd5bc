package chat.letstalk.notification.negotiate;

import chat.letstalk.notification.identity.Identity;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Connection tokens: what negotiate hands out and the opening of a connection brings back. They
 * hold what was promised and are signed with a secret that all replicas share, since the connection
 * may be opened on another one. Each ends soon, and opens one connection on a replica. Thread-safe.
 */
public final class ConnectionTickets {

  private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
  private static final String VALID_UNTIL = "until";
  private static final String TOKEN_ID = "token";
  private static final int ID_BYTES = 18;
  private static final int LONGEST = 2_048;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> used = new LinkedHashMap<>();
  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final Duration validity;
  private final int maxUsed;
  private final Clock clock;

  /**
   * @param secret at least 32 bytes, the same on all replicas
   * @param validity how long a token can be used
   * @param maxUsed how many are remembered as used; of more, the oldest are forgotten
   */
  public ConnectionTickets(byte[] secret, Duration validity, int maxUsed, Clock clock) {
    try {
      signer = new MACSigner(secret);
      verifier = new MACVerifier(secret);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("The secret of connection tokens cannot be used", e);
    }
    this.validity = validity;
    this.maxUsed = maxUsed;
    this.clock = clock;
  }

  /** An unguessable name for a connection. */
  String newId() {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Makes the token that opens a connection.
   *
   * @param identity who may open it without a further word, or null
   */
  String issue(String connectionId, Identity identity) {
    var claims =
        new JWTClaimsSet.Builder()
            .jwtID(connectionId)
            .claim(VALID_UNTIL, clock.instant().plus(validity).toEpochMilli());
    if (identity != null) {
      claims
          .subject(identity.accountId())
          .claim(TOKEN_ID, identity.tokenId())
          .expirationTime(Date.from(identity.expiresAt()));
    }
    SignedJWT token = new SignedJWT(HEADER, claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("A connection token cannot be signed", e);
    }
    return token.serialize();
  }

  /** Looks without using the token up; null when it is none or has ended. */
  Ticket peek(String token) {
    if (token.length() > LONGEST) {
      return null;
    }
    try {
      SignedJWT signed = SignedJWT.parse(token);
      if (!JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())
          || !signed.verify(verifier)) {
        return null;
      }
      Ticket ticket = ticket(signed.getJWTClaimsSet());
      return isUsable(ticket) ? ticket : null;
    } catch (ParseException | JOSEException | IllegalStateException | IllegalArgumentException e) {
      return null;
    }
  }

  private static Ticket ticket(JWTClaimsSet claims) throws ParseException {
    Identity identity =
        claims.getSubject() == null
            ? null
            : new Identity(
                claims.getSubject(),
                claims.getStringClaim(TOKEN_ID),
                claims.getExpirationTime().toInstant());
    return new Ticket(
        claims.getJWTID(), identity, Instant.ofEpochMilli(claims.getLongClaim(VALID_UNTIL)));
  }

  private synchronized boolean isUsable(Ticket ticket) {
    return clock.instant().isBefore(ticket.validUntil())
        && !used.containsKey(ticket.connectionId());
  }

  /** Uses a token up; null when it is none, or has ended or been used before. */
  public Ticket take(String token) {
    Ticket ticket = peek(token);
    return ticket != null && use(ticket) ? ticket : null;
  }

  private synchronized boolean use(Ticket ticket) {
    Instant now = clock.instant();
    var oldest = used.values().iterator();
    while (oldest.hasNext() && (!now.isBefore(oldest.next()) || used.size() >= maxUsed)) {
      oldest.remove();
    }
    return used.putIfAbsent(ticket.connectionId(), ticket.validUntil()) == null;
  }
}
