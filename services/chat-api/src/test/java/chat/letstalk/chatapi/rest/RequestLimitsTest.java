package chat.letstalk.chatapi.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

  @Test
  void a_source_may_spend_its_burst_and_no_more() {
    RequestLimits limits = new RequestLimits(1, 50);
    assertThat(allowed(limits, "account 1", 500)).isBetween(50L, 52L);
  }

  @Test
  void what_one_source_does_costs_another_nothing() {
    RequestLimits limits = new RequestLimits(1, 50);
    allowed(limits, "account 1", 500);
    assertThat(allowed(limits, "account 2", 50)).isEqualTo(50);
  }

  @Test
  void a_source_that_was_turned_away_is_let_in_again_after_a_moment() {
    RequestLimits limits = new RequestLimits(20, 5);
    assertThat(allowed(limits, "192.0.2.1", 50)).isLessThan(50);
    await().atMost(Duration.ofSeconds(30)).until(() -> limits.allows("192.0.2.1"));
  }

  @Test
  void a_flood_of_new_sources_takes_bounded_memory() {
    RequestLimits limits = new RequestLimits(1, 1);
    IntStream.range(0, 300_000).forEach(n -> limits.allows("source " + n));
    await().atMost(Duration.ofSeconds(30)).until(() -> limits.sources() <= 100_000);
  }

  private static long allowed(RequestLimits limits, String source, int requests) {
    return IntStream.range(0, requests).filter(n -> limits.allows(source)).count();
  }
}
