package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaffeineCacheTest extends CacheSuite {

  private static final Map<String, String> SETTINGS =
      Map.of("letstalk.cache.memory-bytes", "100000", "letstalk.cache.largest-value", "10000");

  @Override
  Caches caches() {
    return Caches.read(key -> Optional.ofNullable(SETTINGS.get(key)), meter);
  }

  @Test
  void it_keeps_no_more_bytes_than_it_may() {
    Cache<String> cache = cache(LONG);
    String value = "x".repeat(1_000);
    IntStream.range(0, 1_000).forEach(n -> cache.get("k" + n, () -> value));
    await()
        .untilAsserted(
            () -> {
              AtomicInteger gone = new AtomicInteger();
              IntStream.range(0, 1_000)
                  .forEach(
                      n ->
                          cache.get(
                              "k" + n,
                              () -> {
                                gone.incrementAndGet();
                                return null;
                              }));
              assertThat(1_000 - gone.get()).isBetween(1, 100);
            });
  }

  @Test
  void a_lifetime_begins_with_the_load() {
    AtomicLong nanos = new AtomicLong();
    Caches caches = Caches.read(key -> Optional.ofNullable(SETTINGS.get(key)), meter, nanos::get);
    Cache<String> cache = caches.cache(texts(LONG));
    cache.get(
        "k",
        () -> {
          nanos.addAndGet(LONG.toNanos() - 10); // a slow store
          return "old";
        });
    assertThat(cache.get("k", () -> "new")).isEqualTo("old");
    nanos.addAndGet(10);
    assertThat(cache.get("k", () -> "new")).isEqualTo("new");
  }
}
