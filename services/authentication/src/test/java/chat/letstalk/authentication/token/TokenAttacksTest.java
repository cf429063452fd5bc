package chat.letstalk.authentication.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.authentication.TestClock;
import chat.letstalk.authentication.key.KeyFolder;
import chat.letstalk.authentication.key.KeyRing;
import chat.letstalk.authentication.key.MadeKey;
import chat.letstalk.authentication.key.SigningKey;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what we have issued ourselves is valid. */
class TokenAttacksTest {

  private static final RSAKey FOREIGN = foreignKey();

  @TempDir private Path temp;
  private final TestClock clock = new TestClock();
  private final TokenSettings settings =
      new TokenSettings("https://letstalk.chat", "letstalk", Duration.ofHours(1));
  private SigningKey ours;
  private ValidateToken validate;
  private String genuine;

  @BeforeEach
  void a_genuine_token() {
    KeyRing keys =
        new KeyRing(new KeyFolder(MadeKey.into(temp.resolve("keys"))), settings.lifetime(), clock);
    var revocations = new RevocationFile(temp.resolve("state"), clock);
    ours = keys.signing();
    validate = new ValidateToken(keys, settings, revocations, clock, event -> {});
    genuine =
        new IssueToken(keys, settings, clock, event -> {})
            .issue(UUID.randomUUID().toString(), "alice@example.com", List.of("user"))
            .serialized();
    assertThat(validate.validate(genuine)).isPresent();
  }

  private static RSAKey foreignKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("foreign").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private JWTClaimsSet claims() {
    try {
      return SignedJWT.parse(genuine).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(ours.id());
  }

  private JWSSigner ourSigner() {
    return new RSASSASigner(ours.privateKey());
  }

  private void assertRefused(String token) {
    assertThat(validate.validate(token)).isEmpty();
  }

  /** Signed by our own key, so that the claims alone decide. */
  private String withClaims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return Forgery.signed(
        header().build(), change.apply(new JWTClaimsSet.Builder(claims())).build(), ourSigner());
  }

  /** Signed by our own key, so that the header alone decides. */
  private String withHeader(Consumer<JWSHeader.Builder> change) {
    JWSHeader.Builder header = header();
    change.accept(header);
    return Forgery.signed(header.build(), claims(), ourSigner());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", ""})
  void no_algorithm_is_no_algorithm(String algorithm) {
    String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + ours.id() + "\"}";
    String unsigned = Forgery.unsigned(header, claims());
    assertRefused(unsigned);
    assertRefused(unsigned + genuine.substring(genuine.lastIndexOf('.') + 1));
  }

  @Test
  void the_public_key_is_no_secret_to_sign_with() throws JOSEException {
    byte[] der = ours.publicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    for (byte[] secret : List.of(der, pem.getBytes(UTF_8), pem.strip().getBytes(UTF_8))) {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ours.id()).build();
      assertRefused(Forgery.signed(header, claims(), new MACSigner(secret)));
    }
  }

  @Test
  void one_algorithm_is_enough() {
    for (JWSAlgorithm other : List.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
      JWSHeader header = new JWSHeader.Builder(other).keyID(ours.id()).build();
      assertRefused(Forgery.signed(header, claims(), ourSigner()));
    }
  }

  @Test
  void a_foreign_key_signs_nothing_under_any_kid() throws JOSEException {
    RSASSASigner foreign = new RSASSASigner(FOREIGN);
    assertRefused(Forgery.signed(header().build(), claims(), foreign));
    assertRefused(Forgery.signed(header().keyID("foreign").build(), claims(), foreign));
    assertRefused(Forgery.signed(header().keyID(null).build(), claims(), foreign));
    assertRefused(Forgery.signed(header().keyID("../keys/first.json").build(), claims(), foreign));
  }

  @Test
  void without_a_kid_even_our_own_signature_is_refused() {
    assertRefused(withHeader(header -> header.keyID(null)));
  }

  @Test
  void a_header_that_brings_or_names_a_key_is_refused() throws JOSEException {
    RSASSASigner foreign = new RSASSASigner(FOREIGN);
    assertRefused(
        Forgery.signed(
            header().keyID("foreign").jwk(FOREIGN.toPublicJWK()).build(), claims(), foreign));
    URI elsewhere = URI.create("http://127.0.0.1:1/keys");
    assertRefused(withHeader(header -> header.jwk(FOREIGN.toPublicJWK())));
    assertRefused(withHeader(header -> header.jwkURL(elsewhere)));
    assertRefused(withHeader(header -> header.x509CertURL(elsewhere)));
    assertRefused(withHeader(header -> header.x509CertSHA256Thumbprint(Base64URL.encode("x"))));
  }

  @Test
  void extensions_that_we_do_not_know_are_refused() {
    assertRefused(withHeader(header -> header.criticalParams(Set.of("exp")).customParam("exp", 1)));
    assertRefused(withHeader(header -> header.contentType("JWT")));
    assertRefused(withHeader(header -> header.type(new JOSEObjectType("at+jwt"))));
  }

  @Test
  void claims_of_others_are_refused_even_under_our_signature() {
    Date anHourAgo = Date.from(clock.instant().minusSeconds(3600));
    Date inAMinute = Date.from(clock.instant().plusSeconds(60));
    assertRefused(withClaims(claims -> claims.issuer("https://evil.example")));
    assertRefused(withClaims(claims -> claims.issuer(null)));
    assertRefused(withClaims(claims -> claims.audience("somebody-else")));
    assertRefused(withClaims(claims -> claims.audience((String) null)));
    assertRefused(withClaims(claims -> claims.expirationTime(anHourAgo)));
    assertRefused(withClaims(claims -> claims.expirationTime(null)));
    assertRefused(withClaims(claims -> claims.notBeforeTime(inAMinute)));
    assertRefused(withClaims(claims -> claims.jwtID(null)));
    assertRefused(withClaims(claims -> claims.jwtID("1")));
    assertRefused(withClaims(claims -> claims.subject(null)));
    assertRefused(withClaims(claims -> claims.subject("alice")));
    assertRefused(withClaims(claims -> claims.claim("groups", "user")));
    assertRefused(withClaims(claims -> claims.claim("exp", "tomorrow")));
    assertThat(validate.validate(withClaims(claims -> claims.notBeforeTime(anHourAgo))))
        .isPresent();
  }

  @Test
  void a_changed_claim_breaks_the_signature() {
    String[] parts = genuine.split("\\.");
    String changed = Base64URL.encode(claims().toString().replace("user", "boss")) + "." + parts[2];
    assertRefused(parts[0] + "." + changed);
    assertRefused(parts[0] + "." + parts[1] + ".");
    assertRefused(parts[0] + "." + parts[1] + "." + parts[2].substring(1));
    assertRefused(parts[0] + "." + parts[1]);
    assertRefused(genuine + ".");
    assertRefused(genuine + "x");
    assertRefused("Bearer " + genuine);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "a.b.c.d.e", "nonsense", "\u0000", "e30.e30.e30"})
  void nonsense_is_refused(String token) {
    assertRefused(token);
  }

  @Test
  void what_is_too_long_or_too_deep_is_refused() {
    assertRefused("x".repeat(1 << 20));
    assertRefused(genuine + "x".repeat(1 << 20));
    String deep = Base64URL.encode("{\"alg\":" + "[".repeat(5000)).toString();
    assertRefused(deep + ".e30.e30");
    assertRefused(withClaims(claims -> claims.claim("padding", "x".repeat(10_000))));
  }
}
