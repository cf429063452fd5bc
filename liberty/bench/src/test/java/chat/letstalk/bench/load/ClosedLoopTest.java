package chat.letstalk.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.bench.BenchException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {

  private static final Timing TENTH = new Timing(Duration.ZERO, Duration.ofMillis(100));

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  @Test
  void so_many_are_under_way_and_never_more() {
    Throughput throughput = new ClosedLoop(this::operation, 5).run(TENTH);
    assertThat(mostUnderWay).hasValue(5);
    assertThat(underWay).hasValue(0);
    assertThat(throughput.count()).isBetween(5L, (long) ended.get());
    assertThat(throughput.unfinished()).isZero();
    assertThat(throughput.perSecond()).isPositive().isLessThanOrEqualTo(throughput.count() * 10.0);
  }

  @Test
  void something_else_than_operations_can_be_counted() {
    AtomicLong deliveries = new AtomicLong();
    Operation operation = () -> operation().thenRun(() -> deliveries.addAndGet(250));
    Throughput throughput = new ClosedLoop(operation, 2, deliveries::get).run(TENTH);
    assertThat(throughput.count()).isPositive().isEqualTo(throughput.count() / 250 * 250);
  }

  @Test
  void many_failures_end_it_with_the_first_of_them() {
    Operation fails = () -> CompletableFuture.failedFuture(new IllegalStateException("why"));
    assertThatThrownBy(() -> new ClosedLoop(fails, 3).run(TENTH))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("the first with: why");
  }

  private CompletableFuture<Void> operation() {
    mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    return new CompletableFuture<Void>()
        .completeOnTimeout(null, 1, TimeUnit.MILLISECONDS)
        .thenRun(
            () -> {
              underWay.decrementAndGet();
              ended.incrementAndGet();
            });
  }
}
