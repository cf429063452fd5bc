package chat.letstalk.authentication.code;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.authentication.TestClock;
import chat.letstalk.authentication.code.LoginCodeStore.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine behind {@link LoginCodeStore} promises. */
abstract class LoginCodeStoreSuite {

  static final Duration LIFETIME = Duration.ofSeconds(120);

  private static final EmailAddress ALICE = EmailAddress.of("alice@example.com");
  private static final EmailAddress BOB = EmailAddress.of("bob@example.com");

  final TestClock clock = new TestClock();
  private final LoginCodeStore codes = store();

  abstract LoginCodeStore store();

  private LoginCode code(int digits) {
    return new LoginCode(digits, clock.instant().plus(LIFETIME), 5);
  }

  @Test
  void a_second_code_does_not_replace_one_that_is_valid() {
    var expiresAt = clock.instant().plus(LIFETIME);
    assertThat(codes.keepUnlessPresent(ALICE, code(1111))).isEmpty();
    clock.passes(Duration.ofSeconds(30));
    assertThat(codes.keepUnlessPresent(ALICE, code(2222))).contains(expiresAt);
    assertThat(codes.validUntil(ALICE)).contains(expiresAt);
    assertThat(codes.use(ALICE, 2222)).isEqualTo(Outcome.WRONG);
    assertThat(codes.use(ALICE, 1111)).isEqualTo(Outcome.RIGHT);
  }

  @Test
  void the_right_code_works_once() {
    codes.keepUnlessPresent(ALICE, code(1111));
    assertThat(codes.use(ALICE, 1111)).isEqualTo(Outcome.RIGHT);
    assertThat(codes.use(ALICE, 1111)).isEqualTo(Outcome.NO_CODE);
    assertThat(codes.validUntil(ALICE)).isEmpty();
  }

  @Test
  void the_last_wrong_try_costs_the_code() {
    codes.keepUnlessPresent(ALICE, code(1111));
    for (int i = 0; i < 5; i++) {
      assertThat(codes.use(ALICE, 9999)).isEqualTo(Outcome.WRONG);
    }
    assertThat(codes.use(ALICE, 1111)).isEqualTo(Outcome.NO_CODE);
    assertThat(codes.keepUnlessPresent(ALICE, code(2222))).isEmpty();
  }

  @Test
  void an_expired_code_is_as_good_as_none() {
    codes.keepUnlessPresent(ALICE, code(1111));
    clock.passes(LIFETIME);
    assertThat(codes.validUntil(ALICE)).isEmpty();
    assertThat(codes.use(ALICE, 1111)).isEqualTo(Outcome.NO_CODE);
    assertThat(codes.keepUnlessPresent(ALICE, code(2222))).isEmpty();
  }

  @Test
  void everybody_has_a_code_of_his_own() {
    codes.keepUnlessPresent(ALICE, code(1111));
    codes.keepUnlessPresent(BOB, code(2222));
    assertThat(codes.use(BOB, 1111)).isEqualTo(Outcome.WRONG);
    assertThat(codes.use(ALICE, 1111)).isEqualTo(Outcome.RIGHT);
    assertThat(codes.use(BOB, 2222)).isEqualTo(Outcome.RIGHT);
  }

  @Test
  void of_many_who_enter_the_right_code_at_once_one_is_let_in() throws Exception {
    codes.keepUnlessPresent(ALICE, code(1111));
    assertThat(atOnce(() -> codes.use(ALICE, 1111))).containsOnlyOnce(Outcome.RIGHT);
  }

  @Test
  void many_who_guess_at_once_have_five_tries_between_them() throws Exception {
    codes.keepUnlessPresent(ALICE, code(1111));
    List<Outcome> outcomes = atOnce(() -> codes.use(ALICE, 9999));
    assertThat(Collections.frequency(outcomes, Outcome.WRONG)).isEqualTo(5);
    assertThat(codes.use(ALICE, 1111)).isEqualTo(Outcome.NO_CODE);
  }

  @Test
  void of_many_codes_made_at_once_one_is_kept() throws Exception {
    assertThat(atOnce(() -> codes.keepUnlessPresent(ALICE, code(1111)).isEmpty()))
        .containsOnlyOnce(true);
  }

  private static <T> List<T> atOnce(Callable<T> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<T>> results =
          threads.invokeAll(
              IntStream.range(0, 64).mapToObj(i -> call).toList(), 30, TimeUnit.SECONDS);
      return results.stream().map(LoginCodeStoreSuite::resultOf).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T resultOf(Future<T> result) {
    try {
      return result.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
