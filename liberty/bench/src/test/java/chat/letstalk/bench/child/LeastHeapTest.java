package chat.letstalk.bench.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeastHeapTest {

  @ParameterizedTest
  @CsvSource({"1, 8", "8, 8", "9, 16", "100, 104", "504, 504", "505, 512"})
  void the_least_that_suffices_is_found_in_a_few_tries(int needed, int found) {
    AtomicInteger tries = new AtomicInteger();
    int least =
        LeastHeap.least(
            heap -> {
              tries.incrementAndGet();
              return heap >= needed;
            });
    assertThat(least).isEqualTo(found);
    assertThat(tries).hasValueLessThanOrEqualTo(6);
  }
}
