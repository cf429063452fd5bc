package chat.letstalk.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class BackoffTest {

  private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

  @RepeatedTest(50)
  void waits_double_up_to_the_longest_and_are_jittered_in_the_upper_half() {
    assertThat(backoff.after(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    assertThat(backoff.after(2)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(backoff.after(5)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(backoff.after(1_000_000)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
  }
}
