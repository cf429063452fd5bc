package chat.letstalk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.bench.BenchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

  private static final Timing TENTH = new Timing(Duration.ZERO, Duration.ofMillis(100));

  @Test
  void a_stall_counts_for_everything_that_fell_due_in_it() {
    List<CompletableFuture<Void>> stalled = new ArrayList<>();
    Operation serverThatStalls =
        () -> {
          CompletableFuture<Void> operation = new CompletableFuture<>();
          stalled.add(operation);
          if (stalled.size() == 100) {
            stalled.forEach(one -> one.complete(null));
          }
          return operation;
        };
    LatencyReport report = new OpenLoop(serverThatStalls, 1000).run(TENTH);
    assertThat(report.count()).isEqualTo(100);
    assertThat(report.max()).isGreaterThanOrEqualTo(Duration.ofMillis(98));
    assertThat(report.p50()).isGreaterThanOrEqualTo(Duration.ofMillis(48));
  }

  @Test
  void a_start_that_comes_late_counts_from_when_it_was_due() {
    Operation clientThatBlocks =
        () -> {
          Pause.of(Duration.ofMillis(10));
          return CompletableFuture.completedFuture(null);
        };
    LatencyReport report = new OpenLoop(clientThatBlocks, 1000).run(TENTH);
    assertThat(report.count()).isEqualTo(100);
    assertThat(report.max()).isGreaterThanOrEqualTo(Duration.ofMillis(890));
  }

  @Test
  void what_falls_due_in_the_warm_up_is_not_measured() {
    Operation quick = () -> CompletableFuture.completedFuture(null);
    Timing timing = new Timing(Duration.ofMillis(50), Duration.ofMillis(50));
    assertThat(new OpenLoop(quick, 1000).run(timing).count()).isEqualTo(50);
  }

  @Test
  void a_few_failures_are_counted_and_not_timed() {
    var started = new int[1];
    Operation tenthFails =
        () ->
            ++started[0] % 10 == 0
                ? CompletableFuture.failedFuture(new IllegalStateException("no"))
                : CompletableFuture.completedFuture(null);
    LatencyReport report = new OpenLoop(tenthFails, 1000).run(TENTH);
    assertThat(report.failed()).isEqualTo(10);
    assertThat(report.count()).isEqualTo(90);
  }

  @Test
  void many_failures_end_it_with_the_first_of_them() {
    Operation fails = () -> CompletableFuture.failedFuture(new IllegalStateException("why"));
    assertThatThrownBy(
            () -> new OpenLoop(fails, 10_000).run(new Timing(Duration.ZERO, Duration.ofHours(1))))
        .isInstanceOf(BenchException.class)
        .hasMessage("100 calls have failed, the first with: why");
  }
}
