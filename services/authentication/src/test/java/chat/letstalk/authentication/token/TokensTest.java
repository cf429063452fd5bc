package chat.letstalk.authentication.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.authentication.Counts;
import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.TestClock;
import chat.letstalk.authentication.key.KeyFolder;
import chat.letstalk.authentication.key.KeyRing;
import chat.letstalk.authentication.key.MadeKey;
import chat.letstalk.authentication.metric.Meter.Event;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a token: issued, valid, revoked or expired. */
class TokensTest {

  private static final String ACCOUNT = "0190b1c2-7d3e-7f4a-8b5c-6d7e8f901234";
  private static final String EMAIL = "alice@example.com";
  private static final List<String> GROUPS = List.of("user");

  @TempDir private Path temp;
  private final TestClock clock = new TestClock();
  private final Counts counts = new Counts();
  private final TokenSettings settings =
      new TokenSettings("https://letstalk.chat", "letstalk", Duration.ofHours(720));
  private KeyFolder folder;
  private KeyRing keys;
  private IssueToken issue;
  private ValidateToken validate;
  private RevokeToken revoke;

  @BeforeEach
  void an_authentication_of_one_replica() {
    folder = new KeyFolder(MadeKey.into(temp.resolve("keys")));
    keys = new KeyRing(folder, settings.lifetime(), clock);
    var revocations = new RevocationFile(temp.resolve("state"), clock);
    issue = new IssueToken(keys, settings, clock, counts);
    validate = new ValidateToken(keys, settings, revocations, clock, counts);
    revoke = new RevokeToken(validate, revocations, counts);
  }

  private String token() {
    return issue.issue(ACCOUNT, EMAIL, GROUPS).serialized();
  }

  @Test
  void a_token_is_what_microprofile_jwt_wants() throws Exception {
    IssuedToken issued = issue.issue(ACCOUNT, " Alice@Example.com", List.of("user", "admin"));
    SignedJWT token = SignedJWT.parse(issued.serialized());
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
    assertThat(token.getHeader().getType().getType()).isEqualTo("JWT");
    assertThat(token.getHeader().getKeyID()).isEqualTo(keys.signing().id());
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("https://letstalk.chat");
    assertThat(claims.getAudience()).containsExactly("letstalk");
    assertThat(claims.getSubject()).isEqualTo(ACCOUNT);
    assertThat(claims.getStringClaim("upn")).isEqualTo(EMAIL);
    assertThat(claims.getStringListClaim("groups")).containsExactly("user", "admin");
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(clock.instant()));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(issued.expiresAt()));
    assertThat(issued.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    assertThat(claims.getJWTID()).hasSize(36);
    assertThat(issued.serialized()).hasSizeLessThan(1024);
  }

  @Test
  void every_token_has_an_id_of_its_own() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      ids.add(validate.validate(token()).orElseThrow().tokenId());
    }
    assertThat(ids).hasSize(50);
  }

  @Test
  void a_valid_token_says_whose_it_is() {
    ValidToken valid = validate.validate(token()).orElseThrow();
    assertThat(valid.accountId()).isEqualTo(ACCOUNT);
    assertThat(valid.groups()).containsExactly("user");
    assertThat(valid.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
    assertThat(counts.of(Event.TOKENS_REFUSED)).isZero();
  }

  @Test
  void a_token_lives_as_long_as_it_says_and_no_longer() {
    String token = token();
    clock.passes(settings.lifetime().minusSeconds(1));
    assertThat(validate.validate(token)).isPresent();
    clock.passes(Duration.ofSeconds(1));
    assertThat(validate.validate(token)).isEmpty();
    assertThat(counts.of(Event.TOKENS_REFUSED)).isEqualTo(1);
  }

  @Test
  void a_revoked_token_is_refused_and_others_of_the_account_are_not() {
    String lost = token();
    String kept = token();
    revoke.revoke(lost);
    revoke.revoke(lost);
    assertThat(validate.validate(lost)).isEmpty();
    assertThat(validate.validate(kept)).isPresent();
    assertThat(counts.of(Event.TOKENS_REVOKED)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a.b.c", ".."})
  void what_is_no_token_cannot_be_revoked(String token) {
    assertThatThrownBy(() -> revoke.revoke(token)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void an_expired_token_needs_no_revoking() {
    String token = token();
    clock.passes(settings.lifetime());
    assertThatThrownBy(() -> revoke.revoke(token)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void rotating_keys_signs_nobody_out() {
    String before = token();
    folder.add(clock.instant());
    keys.refresh();
    String during = token();
    clock.passes(KeyRing.NOTICE);
    String after = token();
    assertThat(List.of(before, during, after)).allMatch(t -> validate.validate(t).isPresent());
    clock.passes(settings.lifetime().minus(KeyRing.NOTICE).minusSeconds(1));
    assertThat(List.of(before, during, after)).allMatch(t -> validate.validate(t).isPresent());
  }

  @Test
  void only_accounts_with_an_id_and_an_address_get_tokens() {
    assertThatThrownBy(() -> issue.issue("alice", EMAIL, GROUPS)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> issue.issue("", EMAIL, GROUPS)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> issue.issue(ACCOUNT, "alice", GROUPS))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void groups_are_few_and_plain() {
    assertThatThrownBy(() -> issue.issue(ACCOUNT, EMAIL, List.of("a b")))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> issue.issue(ACCOUNT, EMAIL, List.of("x".repeat(65))))
        .isInstanceOf(InvalidInput.class);
    List<String> many = Collections.nCopies(17, "user");
    assertThatThrownBy(() -> issue.issue(ACCOUNT, EMAIL, many)).isInstanceOf(InvalidInput.class);
    assertThat(issue.issue(ACCOUNT, EMAIL, List.of()).serialized()).isNotEmpty();
  }

  @Test
  void what_goes_into_logs_is_no_token() {
    IssuedToken issued = issue.issue(ACCOUNT, EMAIL, GROUPS);
    assertThat(issued.toString()).doesNotContain(issued.serialized());
  }
}
