package chat.letstalk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SteadinessTest {

  private final Steadiness steadiness = new Steadiness();

  /** How many times passed before it was steady. */
  private long timesUntilSteady(long... counts) {
    return 1 + LongStream.of(counts).takeWhile(count -> !steadiness.isReachedWith(count)).count();
  }

  @Test
  void what_still_grows_is_not_steady_and_one_pause_does_not_make_it_so() {
    assertThat(timesUntilSteady(500, 900, 1400, 700, 1900, 1950, 1980, 9999)).isEqualTo(7);
  }

  @Test
  void slow_growth_over_several_times_is_growth() {
    assertThat(timesUntilSteady(1000, 1030, 1060, 1090, 1100, 9999)).isEqualTo(5);
  }

  @Test
  void what_is_steady_from_its_beginning_needs_three_times() {
    assertThat(timesUntilSteady(1000, 1000, 1000, 9999)).isEqualTo(3);
  }
}
