package chat.letstalk.authentication.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.letstalk.authentication.Counts;
import chat.letstalk.authentication.TestClock;
import chat.letstalk.authentication.TooManyRequests;
import chat.letstalk.authentication.metric.Meter.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often codes may be asked for and guessed at: 10 in ten minutes, 40 a day, and so on. */
class CodeLimitsTest {

  private static final String ALICE = "alice@example.com";
  private static final String HOME = "192.0.2.7";

  private final TestClock clock = new TestClock();
  private final Counts counts = new Counts();
  private final CodeSettings settings = new CodeSettings(Duration.ofSeconds(120), 5);
  private final LoginCodeStore store = new MemoryLoginCodeStore(clock, settings.lifetime());
  private final CodeLimits limits =
      new CodeLimits(new CodeLimits.Settings(10, 40, 30, 200, 100), clock, counts);
  private final CreateLoginCode create =
      new CreateLoginCode(store, limits, settings, clock, counts);
  private final CheckLoginCode check = new CheckLoginCode(store, limits, counts);

  private void signsIn(String email, String source) {
    int code = create.create(email, source).digits();
    assertThat(code).isNotZero();
    assertThat(check.check(email, code, source).accepted()).isTrue();
  }

  private void guessesWrong(String email, String source) {
    assertThat(check.check(email, 0, source).accepted()).isFalse();
  }

  private static String somebody(int number) {
    return "somebody" + number + "@example.com";
  }

  private static String anywhere(int number) {
    return "198.51." + number / 250 + "." + number % 250;
  }

  private TooManyRequests refused(Runnable request) {
    int before = counts.of(Event.LIMITED);
    var refusal =
        assertThatExceptionOfType(TooManyRequests.class).isThrownBy(request::run).actual();
    assertThat(counts.of(Event.LIMITED)).isEqualTo(before + 1);
    return refusal;
  }

  @Test
  void an_address_gets_ten_codes_in_ten_minutes_wherever_they_are_asked_for() {
    for (int i = 0; i < 10; i++) {
      signsIn(ALICE, anywhere(i));
    }
    var refusal = refused(() -> create.create(ALICE, anywhere(10)));
    assertThat(refusal.retryAfterSeconds()).isEqualTo(60);
    signsIn(somebody(1), HOME);
    clock.passes(Duration.ofSeconds(refusal.retryAfterSeconds()));
    signsIn(ALICE, HOME);
  }

  @Test
  void an_address_gets_forty_codes_a_day() {
    int codes = 0;
    for (int minute = 0; minute < 6 * 60; minute++) {
      try {
        signsIn(ALICE, HOME);
        codes++;
      } catch (TooManyRequests e) {
        assertThat(e.retryAfterSeconds()).isPositive();
      }
      clock.passes(Duration.ofMinutes(1));
    }
    assertThat(codes).isBetween(40, 50); // 40, and 10 more that six hours have brought
  }

  @Test
  void asking_again_while_a_code_is_valid_costs_nothing() {
    create.create(ALICE, HOME);
    for (int i = 0; i < 500; i++) {
      assertThat(create.create(ALICE, HOME).digits()).isZero();
    }
  }

  @Test
  void a_source_gets_two_hundred_codes_in_ten_minutes() {
    for (int i = 0; i < 200; i++) {
      create.create(somebody(i), HOME);
    }
    var refusal = refused(() -> create.create(ALICE, HOME));
    assertThat(refusal.retryAfterSeconds()).isEqualTo(3);
    create.create(ALICE, "192.0.2.8");
  }

  @Test
  void a_source_has_a_hundred_wrong_tries_in_ten_minutes_and_then_not_even_right_ones() {
    for (int i = 0; i < 100; i++) {
      guessesWrong(somebody(i), HOME);
    }
    int code = create.create(ALICE, HOME).digits();
    refused(() -> check.check(ALICE, code, HOME));
    assertThat(check.check(ALICE, code, "192.0.2.8").accepted()).isTrue();
  }

  @Test
  void an_ipv6_household_counts_as_one_source() {
    for (int i = 0; i < 100; i++) {
      guessesWrong(somebody(i), "2001:db8:0:1::" + Integer.toHexString(i));
    }
    refused(() -> guessesWrong(ALICE, "2001:db8:0:1:ffff::1"));
    guessesWrong(ALICE, "2001:db8:0:2::1");
  }

  @Test
  void right_codes_are_no_tries() {
    for (int i = 0; i < 150; i++) {
      signsIn(somebody(i), HOME);
    }
  }

  @Test
  void from_everywhere_an_address_is_guessed_at_thirty_times_a_day_at_most() {
    int guesses = 0;
    TooManyRequests refusal = null;
    for (int i = 0; i < 1000 && refusal == null; i++) {
      try {
        create.create(ALICE, anywhere(i));
        guessesWrong(ALICE, anywhere(i));
        guesses++;
      } catch (TooManyRequests e) {
        refusal = e;
      }
    }
    assertThat(guesses).isEqualTo(30);
    assertThat(refusal.retryAfterSeconds()).isEqualTo(24 * 60 * 60 / 30);
    clock.passes(Duration.ofSeconds(refusal.retryAfterSeconds()));
    signsIn(ALICE, HOME);
  }

  @Test
  void nobody_locks_an_address_that_has_no_code() {
    for (int i = 0; i < 1000; i++) {
      guessesWrong(ALICE, anywhere(i));
    }
    assertThatCode(() -> signsIn(ALICE, HOME)).doesNotThrowAnyException();
  }
}
