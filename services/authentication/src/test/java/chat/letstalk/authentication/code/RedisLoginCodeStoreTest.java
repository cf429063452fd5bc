package chat.letstalk.authentication.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.authentication.Counts;
import chat.letstalk.authentication.OnRedis;
import chat.letstalk.authentication.Unavailable;
import chat.letstalk.authentication.code.LoginCodeStore.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisLoginCodeStoreTest extends LoginCodeStoreSuite {

  private OnRedis redis; // made by the suite's own fields

  @Override
  LoginCodeStore store() {
    redis = new OnRedis();
    return new RedisLoginCodeStore(redis.connection(), clock);
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void replicas_have_their_codes_in_common() {
    EmailAddress carol = EmailAddress.of("carol@example.com");
    LoginCodeStore here = new RedisLoginCodeStore(redis.connection(), clock);
    LoginCodeStore there = new RedisLoginCodeStore(redis.anotherConnection(), clock);
    LoginCode code = new LoginCode(1234, clock.instant().plus(LIFETIME), 5);
    assertThat(here.keepUnlessPresent(carol, code)).isEmpty();
    assertThat(there.validUntil(carol)).contains(code.expiresAt());
    assertThat(there.use(carol, 1234)).isEqualTo(Outcome.RIGHT);
    assertThat(here.use(carol, 1234)).isEqualTo(Outcome.NO_CODE);
  }

  @Test
  void nothing_stays_in_redis_for_longer_than_the_code_lives_nor_says_whose_it_is() {
    EmailAddress carol = EmailAddress.of("carol@example.com");
    LoginCodeStore store = new RedisLoginCodeStore(redis.connection(), clock);
    store.keepUnlessPresent(carol, new LoginCode(1234, clock.instant().plus(LIFETIME), 5));
    var keys = redis.connection().ask(commands -> commands.keys("*"));
    assertThat(keys).hasSize(1).allMatch(key -> !key.contains("carol"));
    long left = redis.connection().ask(commands -> commands.pttl(keys.get(0)));
    assertThat(left).isBetween(1L, LIFETIME.toMillis());
  }

  @Test
  void while_redis_is_away_codes_are_refused_and_afterwards_nobody_is_locked_out() {
    CodeSettings settings = new CodeSettings(LIFETIME, 5);
    Counts counts = new Counts();
    var limits = new CodeLimits(new CodeLimits.Settings(3, 40, 3, 200, 100), clock, counts);
    var store = new RedisLoginCodeStore(redis.connection(), clock);
    var create = new CreateLoginCode(store, limits, settings, clock, counts);
    var check = new CheckLoginCode(store, limits, counts);
    String carol = "carol@example.com";
    redis.kill();
    for (int n = 0; n < 10; n++) {
      assertThatThrownBy(() -> create.create(carol, "192.0.2.1"))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("try again");
      assertThatThrownBy(() -> check.check(carol, 1234, "192.0.2.1"))
          .isInstanceOf(Unavailable.class);
    }
    redis.startAgain();
    clock.passes(Duration.ofSeconds(1));
    int digits = create.create(carol, "192.0.2.1").digits();
    assertThat(check.check(carol, digits, "192.0.2.1").accepted()).isTrue();
  }
}
