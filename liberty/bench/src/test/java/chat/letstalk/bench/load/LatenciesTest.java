package chat.letstalk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void percentiles_are_the_latencies_that_so_many_did_not_exceed() {
    for (int millis = 1; millis <= 1000; millis++) {
      latencies.add(Duration.ofMillis(millis).toNanos());
    }
    LatencyReport report = latencies.report(0, 0);
    assertThat(report.count()).isEqualTo(1000);
    assertAbout(report.p50(), 500);
    assertAbout(report.p95(), 950);
    assertAbout(report.p99(), 990);
    assertAbout(report.max(), 1000);
  }

  @Test
  void one_outlier_shows_in_the_maximum_alone() {
    for (int i = 0; i < 999; i++) {
      latencies.add(Duration.ofMillis(2).toNanos());
    }
    latencies.add(Duration.ofMinutes(2).toNanos());
    LatencyReport report = latencies.report(0, 0);
    assertAbout(report.p99(), 2);
    assertAbout(report.max(), 120_000);
  }

  @Test
  void nothing_measured_is_zero() {
    assertThat(latencies.report(3, 1))
        .isEqualTo(
            new LatencyReport(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 3, 1));
  }

  /** Three digits are kept. */
  private static void assertAbout(Duration latency, long millis) {
    assertThat(latency.toNanos() / 1e6).isBetween(millis - millis / 500.0, millis + millis / 500.0);
  }
}
