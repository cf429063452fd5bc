package chat.letstalk.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.notification.MovedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A replica knows when it has re-read what its former life had read. */
class CatchUpTest {

  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration RETURNING = Duration.ofSeconds(20);

  private final MovedClock clock = new MovedClock();
  private final CatchUp catchUp = new CatchUp(clock, QUIET, LONGEST, RETURNING);

  private void arrives(Duration age) {
    catchUp.arrived(clock.millis() - age.toMillis());
  }

  @Test
  void it_is_done_when_nothing_comes_for_a_while() {
    assertThat(catchUp.isDone()).isFalse();
    clock.goesOn(QUIET);
    assertThat(catchUp.isDone()).isTrue();
    assertThat(catchUp.isJustBack()).isFalse();
  }

  @Test
  void it_is_not_done_while_old_events_come_and_done_with_the_first_new_one() {
    for (int n = 0; n < 5; n++) {
      clock.goesOn(Duration.ofSeconds(2));
      arrives(Duration.ofMinutes(1));
      assertThat(catchUp.isDone()).isFalse();
    }
    arrives(Duration.ZERO);
    assertThat(catchUp.isDone()).isTrue();
  }

  @Test
  void it_ends_in_any_case() {
    for (int n = 0; n < 16; n++) {
      clock.goesOn(Duration.ofSeconds(2));
      arrives(Duration.ofMinutes(1));
    }
    assertThat(catchUp.isDone()).isTrue();
  }

  @Test
  void for_a_while_it_counts_as_just_back_if_there_was_anything_to_re_read() {
    arrives(Duration.ofMinutes(1));
    assertThat(catchUp.isJustBack()).isTrue();
    clock.goesOn(QUIET);
    assertThat(catchUp.isJustBack()).isTrue();
    clock.goesOn(RETURNING);
    assertThat(catchUp.isJustBack()).isFalse();
  }
}
