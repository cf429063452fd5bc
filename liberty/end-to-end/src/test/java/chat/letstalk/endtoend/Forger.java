package chat.letstalk.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who has seen a real token and everything public, and wants to make one of his own. */
final class Forger {

  private final SignedJWT real;
  private final RSAKey published;

  Forger(Stack stack, String realToken) {
    try {
      real = SignedJWT.parse(realToken);
      String keys = new Rest(stack.jwks(), null).get(stack.jwks().getPath()).ok().body();
      published = JWKSet.parse(keys).getKeyByKeyId(real.getHeader().getKeyID()).toRSAKey();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every forgery by its name. */
  Map<String, String> forgeries() {
    Map<String, String> forgeries = new LinkedHashMap<>();
    forgeries.put("alg none", unsigned("none"));
    forgeries.put("alg None", unsigned("None"));
    forgeries.put("alg none with the old signature", unsigned("none") + real.getSignature());
    forgeries.put("HS256 with the public key as PEM", signedWithThePublicKey(pem()));
    forgeries.put("HS256 with the public key as DER", signedWithThePublicKey(der()));
    forgeries.put("a foreign key under our kid", signedWith(foreign(real.getHeader().getKeyID())));
    forgeries.put("a foreign kid", signedWith(foreign("foreign")));
    forgeries.put("no kid", signedWith(foreign(null)));
    forgeries.put("its key in the header", withHeader(true));
    forgeries.put("jku and x5u headers", withHeader(false));
    forgeries.put("changed claims", changedClaims());
    forgeries.put("no signature", real.getParsedParts()[0] + "." + real.getParsedParts()[1] + ".");
    forgeries.put("nonsense", "nonsense");
    forgeries.put("empty parts", "..");
    forgeries.put("five parts", "a.b.c.d.e");
    return forgeries;
  }

  private String unsigned(String algorithm) {
    return base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}")
        + "."
        + real.getParsedParts()[1]
        + ".";
  }

  private String changedClaims() {
    String claims = real.getPayload().toString().replace("\"sub\":\"", "\"sub\":\"0");
    return real.getParsedParts()[0] + "." + base64(claims) + "." + real.getParsedParts()[2];
  }

  private String signedWithThePublicKey(byte[] secret) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(real.getHeader().getKeyID()).build();
      return signed(header, new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signedWith(RSAKey key) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(key.getKeyID())
            .build();
    return signed(header, signer(key));
  }

  private String withHeader(boolean embedded) {
    RSAKey key = foreign("mine");
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("mine");
    if (embedded) {
      header.jwk(key.toPublicJWK());
    } else {
      header.jwkURL(URI.create("http://127.0.0.1:1/keys"));
      header.x509CertURL(URI.create("http://127.0.0.1:1/x5u"));
    }
    return signed(header.build(), signer(key));
  }

  private static RSASSASigner signer(RSAKey key) {
    try {
      return new RSASSASigner(key);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWSHeader header, com.nimbusds.jose.JWSSigner signer) {
    return signed(header, claims().build(), signer);
  }

  private static String signed(
      JWSHeader header, JWTClaimsSet claims, com.nimbusds.jose.JWSSigner signer) {
    try {
      var token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet.Builder claims() {
    try {
      return new JWTClaimsSet.Builder(real.getJWTClaimsSet());
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Tokens that our own key signed and that are refused all the same. */
  Map<String, String> insideJobs(RSAKey ours) {
    Instant now = Instant.now();
    Map<String, JWTClaimsSet> claims = new LinkedHashMap<>();
    claims.put("expired", claims().expirationTime(Date.from(now.minusSeconds(3600))).build());
    claims.put("not yet valid", claims().notBeforeTime(Date.from(now.plusSeconds(3600))).build());
    claims.put("wrong issuer", claims().issuer("https://evil.example").build());
    claims.put("wrong audience", claims().audience("somebody-else").build());
    claims.put("no expiry", claims().expirationTime(null).build());
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .type(JOSEObjectType.JWT)
            .keyID(real.getHeader().getKeyID())
            .build();
    Map<String, String> tokens = new LinkedHashMap<>();
    claims.forEach((name, set) -> tokens.put(name, signed(header, set, signer(ours))));
    return tokens;
  }

  private static RSAKey foreign(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] der() {
    try {
      return published.toRSAPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] pem() {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der());
    return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
        .getBytes(UTF_8);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
