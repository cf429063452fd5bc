package chat.letstalk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StopwatchTest {

  private final Stopwatch stopwatch = new Stopwatch();

  @Test
  void only_what_ends_well_in_between_counts() {
    time(CompletableFuture.completedFuture("too early"));
    CompletableFuture<String> begunBefore = new CompletableFuture<>();
    time(begunBefore);
    stopwatch.begin();
    begunBefore.complete("ends in time");
    time(CompletableFuture.completedFuture("in time"));
    time(CompletableFuture.failedFuture(new IllegalStateException("fails")));
    stopwatch.end();
    time(CompletableFuture.completedFuture("too late"));
    assertThat(stopwatch.latencies().count()).isEqualTo(2);
  }

  private void time(CompletableFuture<String> operation) {
    var unused = stopwatch.time(() -> operation);
  }
}
