package chat.letstalk.authentication.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.authentication.Counts;
import chat.letstalk.authentication.InvalidInput;
import chat.letstalk.authentication.TestClock;
import chat.letstalk.authentication.metric.Meter.Event;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How a code is made and checked, whatever keeps it. */
class LoginCodesTest {

  private static final String ALICE = "alice@example.com";
  private static final String HOME = "192.0.2.7";
  private static final CodeLimits.Settings GENEROUS =
      new CodeLimits.Settings(10_000, 10_000, 10_000, 10_000, 10_000);

  private final TestClock clock = new TestClock();
  private final Counts counts = new Counts();
  private final CodeSettings settings = new CodeSettings(Duration.ofSeconds(120), 5);
  private final LoginCodeStore store = new MemoryLoginCodeStore(clock, settings.lifetime());
  private final CodeLimits limits = new CodeLimits(GENEROUS, clock, counts);
  private final CreateLoginCode create =
      new CreateLoginCode(store, limits, settings, clock, counts);
  private final CheckLoginCode check = new CheckLoginCode(store, limits, counts);

  private static int wrong(int code) {
    return code == 9999 ? 1000 : code + 1;
  }

  @Test
  void a_code_has_four_digits_and_lives_for_two_minutes() {
    CreatedLoginCode created = create.create("  Alice@Example.com ", HOME);
    assertThat(created.digits()).isBetween(1000, 9999);
    assertThat(created.validInSeconds()).isEqualTo(120);
    assertThat(created.address().text()).isEqualTo(ALICE);
  }

  @Test
  void codes_are_spread_over_all_of_four_digits() {
    Set<Integer> thousands = new HashSet<>();
    Set<Integer> codes = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      int code = create.create("somebody" + i + "@example.com", HOME).digits();
      codes.add(code);
      thousands.add(code / 1000);
    }
    assertThat(thousands).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(codes).hasSizeGreaterThan(1500); // about 1,790 of 9,000 are expected
  }

  @Test
  void while_a_code_is_valid_no_second_one_is_made() {
    int code = create.create(ALICE, HOME).digits();
    clock.passes(Duration.ofMillis(30_500));
    CreatedLoginCode again = create.create("ALICE@example.com", HOME);
    assertThat(again.digits()).isZero();
    assertThat(again.validInSeconds()).isEqualTo(90);
    clock.passes(Duration.ofMillis(89_400));
    assertThat(create.create(ALICE, HOME).validInSeconds()).isEqualTo(1);
    assertThat(check.check(ALICE, code, HOME).accepted()).isTrue();
    assertThat(counts.of(Event.CODES_CREATED)).isEqualTo(1);
  }

  @Test
  void a_code_that_has_expired_is_refused_and_a_new_one_can_be_had() {
    int code = create.create(ALICE, HOME).digits();
    clock.passes(Duration.ofSeconds(120));
    assertThat(check.check(ALICE, code, HOME).accepted()).isFalse();
    assertThat(create.create(ALICE, HOME).digits()).isNotZero();
  }

  @Test
  void a_code_works_once_and_then_a_new_one_can_be_had() {
    int code = create.create(ALICE, HOME).digits();
    CheckedLoginCode checked = check.check(" ALICE@example.com", code, "2001:db8::1");
    assertThat(checked.accepted()).isTrue();
    assertThat(checked.address().text()).isEqualTo(ALICE);
    assertThat(check.check(ALICE, code, HOME).accepted()).isFalse();
    assertThat(create.create(ALICE, HOME).digits()).isNotZero();
  }

  @Test
  void four_slips_do_no_harm_and_the_fifth_costs_the_code() {
    int first = create.create(ALICE, HOME).digits();
    for (int i = 0; i < 4; i++) {
      assertThat(check.check(ALICE, wrong(first), HOME).accepted()).isFalse();
    }
    assertThat(check.check(ALICE, first, HOME).accepted()).isTrue();

    int second = create.create(ALICE, HOME).digits();
    for (int i = 0; i < 5; i++) {
      assertThat(check.check(ALICE, wrong(second), HOME).accepted()).isFalse();
    }
    assertThat(check.check(ALICE, second, HOME).accepted()).isFalse();
    assertThat(create.create(ALICE, HOME).digits()).isNotZero();
  }

  @Test
  void a_code_is_worthless_for_any_other_address() {
    int code = create.create(ALICE, HOME).digits();
    assertThat(check.check("alice@example.org", code, HOME).accepted()).isFalse();
    assertThatThrownBy(() -> check.check("\u0430lice@example.com", code, HOME))
        .isInstanceOf(InvalidInput.class);
    assertThat(check.check(ALICE, code, HOME).accepted()).isTrue();
  }

  @Test
  void numbers_that_are_no_code_are_just_wrong() {
    create.create(ALICE, HOME);
    for (int digits : new int[] {0, -1, 999, 10_000}) {
      assertThat(check.check(ALICE, digits, HOME).accepted()).isFalse();
    }
    assertThat(counts.of(Event.CODES_WRONG_TRIES)).isEqualTo(4);
  }

  @Test
  void what_goes_into_logs_tells_no_code() {
    int code = create.create(ALICE, HOME).digits();
    var kept = new LoginCode(code, clock.instant(), 5);
    var created = new CreatedLoginCode(code, 120, EmailAddress.of(ALICE));
    assertThat(kept.toString() + created).doesNotContain(String.valueOf(code)).doesNotContain("@");
  }
}
