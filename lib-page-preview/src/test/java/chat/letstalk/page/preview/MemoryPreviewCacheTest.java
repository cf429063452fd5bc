package chat.letstalk.page.preview;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.page.Outcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MemoryPreviewCacheTest extends PreviewCacheSuite {

  private final AtomicLong nanos = new AtomicLong();
  private final MemoryPreviewCache cache = new MemoryPreviewCache(100, nanos::get);

  @Override
  protected PreviewCache cache() {
    return cache;
  }

  @Override
  protected void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void it_keeps_no_more_than_it_may() {
    IntStream.range(0, 10_000).forEach(n -> keep(String.valueOf(n)));
    Awaitility.await()
        .untilAsserted(
            () -> {
              long kept =
                  IntStream.range(0, 10_000)
                      .filter(n -> cache.find(String.valueOf(n)).isPresent())
                      .count();
              assertThat(kept).isBetween(1L, 100L);
            });
  }

  private void keep(String url) {
    cache.keep(url, PagePreview.none(Outcome.TOO_SLOW), Duration.ofHours(1));
  }
}
