package chat.letstalk.authentication.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Tokens that others than {@link IssueToken} make. */
final class Forgery {

  private Forgery() {}

  static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer);
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** With a header of any kind, without a signature. */
  static String unsigned(String header, JWTClaimsSet claims) {
    return Base64URL.encode(header) + "." + claims.toPayload().toBase64URL() + ".";
  }
}
