package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redis is killed, and comes back. */
class RedisAwayTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private final RedisProcess server = RedisProcess.start();
  private final CountingMeter meter = new CountingMeter();
  private final Caches caches = open(server.url());
  private final Redis redis = caches.redis().get();
  private final Cache<String> cache = caches.cache(CacheSuite.texts(Duration.ofHours(1)));

  private Caches open(String url) {
    Map<String, String> settings =
        Map.of(
            "letstalk.cache", "redis",
            "letstalk.redis.url", url,
            "letstalk.redis.timeout", "PT1S");
    return Caches.read(key -> Optional.ofNullable(settings.get(key)), meter);
  }

  @AfterEach
  void close() {
    caches.close();
    server.close();
  }

  private void awaitUp() {
    await().atMost(SOON).until(() -> redis.problem().isEmpty());
  }

  private void awaitAway() {
    await().atMost(SOON).until(() -> redis.problem().isPresent());
  }

  @Test
  void under_load_nobody_notices_but_the_store() {
    awaitUp();
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger store = new AtomicInteger();
    AtomicLong asked = new AtomicLong();
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<CompletableFuture<Void>> load =
          IntStream.range(0, 4)
              .mapToObj(
                  n ->
                      CompletableFuture.runAsync(
                          () -> {
                            for (int i = 0; !enough.get(); i++) {
                              String key = n + "-" + i % 50;
                              assertThat(
                                      cache.get(
                                          key,
                                          () -> {
                                            store.incrementAndGet();
                                            return key;
                                          }))
                                  .isEqualTo(key);
                              if (i % 20 == 0) {
                                cache.invalidate(key);
                              }
                              asked.incrementAndGet();
                            }
                          },
                          people))
              .toList();
      await().atMost(SOON).until(() -> asked.get() > 500);
      server.kill();
      awaitAway();
      assertThat(meter.redisIsUp.getAsBoolean()).isFalse();
      long before = asked.get();
      await().atMost(SOON).until(() -> asked.get() > before + 5_000); // nobody waits for Redis
      server.startAgain();
      awaitUp();
      long then = asked.get();
      await().atMost(SOON).until(() -> asked.get() > then + 500);
      assertThat(meter.redisIsUp.getAsBoolean()).isTrue();
      int hits = meter.count(CacheMeter.Outcome.HIT);
      await().atMost(SOON).until(() -> meter.count(CacheMeter.Outcome.HIT) > hits);
      enough.set(true);
      load.forEach(CompletableFuture::join);
      assertThat(meter.failures.get()).isPositive();
    } finally {
      enough.set(true);
      people.shutdownNow();
    }
  }

  @Test
  void health_says_so() {
    awaitUp();
    assertThat(CacheReadiness.dataOf(caches)).containsEntry("redis", "up");
    server.kill();
    awaitAway();
    assertThat(CacheReadiness.dataOf(caches)).containsEntry("redis", "away").containsKey("reason");
  }

  @Test
  void what_was_invalidated_meanwhile_is_not_read_when_it_is_back() {
    awaitUp();
    cache.get("k", () -> "old");
    server.pause();
    cache.invalidate("k");
    assertThat(cache.get("k", () -> "new")).isEqualTo("new");
    server.resume();
    awaitUp();
    // The server has kept the old value, and the writer does not get it.
    assertThat(cache.get("k", () -> "newer")).isEqualTo("newer");
    assertThat(cache.get("k", () -> "newest")).isIn("newer", "newest").isNotEqualTo("old");
  }

  @Test
  void who_needs_it_is_told_at_once() {
    awaitUp();
    server.kill();
    awaitAway();
    long started = System.nanoTime();
    for (int n = 0; n < 1_000; n++) {
      assertThatThrownBy(() -> redis.ask(commands -> commands.get("k")))
          .isInstanceOf(RedisAway.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_service_starts_without_it_and_finds_it_later() {
    server.kill();
    try (Caches early = open(server.url())) {
      Cache<String> values = early.cache(CacheSuite.texts(Duration.ofHours(1)));
      assertThat(values.get("k", () -> "one")).isEqualTo("one");
      assertThat(values.get("k", () -> "two")).isEqualTo("two");
      server.startAgain();
      await().atMost(SOON).until(() -> early.redis().get().problem().isEmpty());
      values.get("k", () -> "three");
      await()
          .atMost(SOON)
          .until(() -> values.get("k", () -> "four"), values.get("k", () -> "x")::equals);
    }
  }
}
