package chat.letstalk.notification.identity;

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
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
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
  private final SignedTokens tokens =
      new SignedTokens(
          PublishedKeys.at(server.address()),
          "https://letstalk.chat",
          Set.of("letstalk"),
          revoked::contains,
          revokedAreKnown::get);

  @AfterEach
  void stop() {
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
  void many_tokens_cost_one_fetch_of_the_keys() throws Exception {
    for (int n = 0; n < 100; n++) {
      assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
    }
    assertThat(server.fetches).hasValue(1);
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
  void a_new_key_serves_at_once_and_the_one_before_it_too() throws Exception {
    assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
    RSAKey next = key("next");
    server.publish(OURS, next);
    assertThat(tokens.identityOf(signed(claims(), next))).isPresent();
    assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
  }

  @Test
  void a_flood_of_unknown_keys_is_no_flood_of_fetches() throws Exception {
    for (int n = 0; n < 100; n++) {
      isNobodys(signed(header(FOREIGN).keyID("k" + n), claims(), FOREIGN));
    }
    assertThat(server.fetches.get()).isLessThan(5);
    assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
  }

  @Test
  void known_keys_serve_on_while_they_cannot_be_fetched() throws Exception {
    assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
    server.close();
    assertThat(tokens.identityOf(signed(claims(), OURS))).isPresent();
  }

  @Test
  void without_any_key_nobody_can_say_who_it_is() throws Exception {
    server.close();
    String token = signed(claims(), OURS);
    assertThatThrownBy(() -> tokens.identityOf(token)).isInstanceOf(IdentityUnknowable.class);
  }
}
