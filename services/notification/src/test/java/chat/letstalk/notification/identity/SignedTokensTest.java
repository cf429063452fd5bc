package chat.letstalk.notification.identity;

import static chat.letstalk.notification.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only a token of ours says who somebody is. */
class SignedTokensTest {

  private static final RSAKey OURS = key("ours");
  private static final RSAKey FOREIGN = key("foreign");

  private final KeyServer server = new KeyServer(OURS);
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean revokedAreKnown = new AtomicBoolean(true);
  private final PublishedKeys keys = new PublishedKeys(server.address(), Duration.ofMillis(50));
  private final SignedTokens tokens =
      new SignedTokens(
          keys,
          "https://letstalk.chat",
          Set.of("letstalk"),
          revoked::contains,
          revokedAreKnown::get);

  @BeforeEach
  void keys_are_known() {
    await().until(tokens::isReady);
  }

  @AfterEach
  void stop() {
    keys.close();
    server.close();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://letstalk.chat")
        .audience("letstalk")
        .subject("bob")
        .jwtID("token-1")
        .expirationTime(Date.from(Instant.now().plusSeconds(3600)));
  }

  private static JWSHeader.Builder header(RSAKey key) {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.getKeyID());
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey key) throws JOSEException {
    return signed(header(key), claims, key);
  }

  private static String signed(JWSHeader.Builder header, JWTClaimsSet.Builder claims, RSAKey key)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header.build(), claims.build());
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private void isNobodys(String token) throws IdentityUnknowable {
    assertThat(tokens.identityOf(token)).isEmpty();
  }

  @Test
  void a_token_of_ours_says_whose_it_is_and_until_when() throws Exception {
    Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 60);
    String token = signed(claims().expirationTime(Date.from(end)), OURS);
    assertThat(tokens.identityOf(token)).contains(new Identity("bob", "token-1", end));
  }

  @Test
  void a_token_of_somebody_else_or_for_somebody_else_is_nobodys() throws Exception {
    isNobodys(signed(claims().issuer("https://evil.example.com"), OURS));
    isNobodys(signed(claims().audience("another"), OURS));
    isNobodys(signed(claims().audience((String) null), OURS));
    isNobodys(signed(claims().subject(null), OURS));
    isNobodys(signed(claims().jwtID(null), OURS));
  }

  @Test
  void a_token_is_worth_nothing_before_and_after_its_time() throws Exception {
    Date past = Date.from(Instant.now().minusSeconds(60));
    Date future = Date.from(Instant.now().plusSeconds(60));
    isNobodys(signed(claims().expirationTime(past), OURS));
    isNobodys(signed(claims().expirationTime(null), OURS));
    isNobodys(signed(claims().notBeforeTime(future), OURS));
  }

  @Test
  void a_token_that_was_signed_by_nobody_or_by_others_is_nobodys() throws Exception {
    isNobodys(new PlainJWT(claims().build()).serialize());
    isNobodys(signed(header(OURS), claims(), FOREIGN));
    isNobodys(signed(header(OURS).keyID(null), claims(), OURS));
    isNobodys(signed(header(FOREIGN).jwk(FOREIGN.toPublicJWK()), claims(), FOREIGN));
    isNobodys(signed(header(OURS).jwk(FOREIGN.toPublicJWK()), claims(), FOREIGN));
    String token = signed(claims(), OURS);
    isNobodys(token.substring(0, token.lastIndexOf('.') + 1));
  }

  @Test
  void the_public_key_is_no_shared_secret() throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(OURS.getKeyID()).build(),
            claims().build());
    token.sign(new MACSigner(OURS.toRSAPublicKey().getEncoded()));
    isNobodys(token.serialize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a.b.c", "null", "Bearer x", "\u0000", "e30.e30.e30"})
  void what_is_no_token_is_nobodys(String token) throws Exception {
    isNobodys(token);
  }

  @Test
  void a_token_of_a_megabyte_is_nobodys() throws Exception {
    isNobodys("x".repeat(1 << 20));
    isNobodys(signed(claims().claim("x", "x".repeat(1 << 20)), OURS));
  }

  @Test
  void a_revoked_token_is_nobodys_any_more() throws Exception {
    String token = signed(claims(), OURS);
    Identity bob = tokens.identityOf(token).orElseThrow();
    revoked.add("token-1");
    isNobodys(token);
    assertThat(tokens.isRevoked(bob)).isTrue();
  }

  @Test
  void before_revoked_tokens_are_known_nobody_can_say_who_it_is() throws Exception {
    revokedAreKnown.set(false);
    String token = signed(claims(), OURS);
    assertThat(tokens.isReady()).isFalse();
    assertThatThrownBy(() -> tokens.identityOf(token)).isInstanceOf(IdentityUnknowable.class);
  }

  @Test
  void a_new_key_serves_soon_and_the_one_before_it_too() throws Exception {
    RSAKey next = key("next");
    server.publish(OURS, next);
    String token = signed(claims(), next);
    await().until(() -> tokens.identityOf(token).isPresent());
    assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
  }

  @Test
  void a_key_that_is_taken_back_serves_no_more() throws Exception {
    String token = signed(claims(), OURS);
    server.publish(FOREIGN);
    await().until(() -> tokens.identityOf(token).isEmpty());
  }

  @Test
  void known_keys_serve_on_while_they_cannot_be_fetched() throws Exception {
    server.breakDown();
    int before = server.fetches.get();
    await().until(() -> server.fetches.get() > before + 1);
    assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
    server.publish(OURS, FOREIGN);
    String token = signed(claims(), FOREIGN);
    await().until(() -> tokens.identityOf(token).isPresent());
  }

  @Test
  void before_any_key_is_known_nobody_can_say_who_it_is() throws Exception {
    server.close();
    try (var none = new PublishedKeys(server.address(), Duration.ofSeconds(1))) {
      var early = new SignedTokens(none, "issuer", Set.of("audience"), id -> false, () -> true);
      String token = signed(claims(), OURS);
      assertThat(early.isReady()).isFalse();
      assertThatThrownBy(() -> early.identityOf(token)).isInstanceOf(IdentityUnknowable.class);
    }
  }
}
