package chat.letstalk.notification.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FarewellTest {

  @Test
  void a_few_clients_leave_quickly_and_a_thousand_in_a_second() {
    Duration within = Duration.ofSeconds(10);
    assertThat(Farewell.pause(1, within).multipliedBy(1)).isLessThan(Duration.ofMillis(2));
    assertThat(Farewell.pause(1_000, within).multipliedBy(1_000)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void many_clients_leave_in_the_time_that_there_is() {
    Duration within = Duration.ofSeconds(10);
    assertThat(Farewell.pause(50_000, within).multipliedBy(50_000)).isLessThanOrEqualTo(within);
    assertThat(Farewell.pause(0, within)).isLessThan(within);
  }
}
