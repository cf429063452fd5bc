package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of every cache when much happens at the same time. */
abstract class CacheRaceSuite {

  static final Duration LONG = Duration.ofHours(1);

  final CountingMeter meter = new CountingMeter();
  final ExecutorService threads = Executors.newCachedThreadPool();

  /** A replica's caches; of several, all keep their values in the same place if they can. */
  abstract Caches caches();

  static CacheSpec<String> texts(Duration lifetime) {
    return CacheSpec.of("texts", 1, String.class, lifetime, String::length);
  }

  Cache<String> cache(Duration lifetime) {
    return caches().cache(texts(lifetime));
  }

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  <T> CompletableFuture<T> meanwhile(java.util.function.Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, threads);
  }

  static void pass(CountDownLatch gate) {
    try {
      assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void many_who_ask_at_once_cost_one_load() {
    Cache<String> cache = cache(LONG);
    AtomicInteger loads = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<String>> answers =
        IntStream.range(0, 200)
            .mapToObj(
                n ->
                    meanwhile(
                        () -> {
                          pass(start);
                          return cache.get("k", () -> "v" + loads.incrementAndGet());
                        }))
            .toList();
    start.countDown();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo("v1"));
    assertThat(loads).hasValue(1);
    assertThat(meter.failures).hasValue(0);
  }

  @Test
  void a_slow_load_is_waited_for_and_keeps_nobody_else_up() {
    Cache<String> cache = cache(LONG);
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch loading = new CountDownLatch(1);
    var first =
        meanwhile(
            () ->
                cache.get(
                    "slow",
                    () -> {
                      loading.countDown();
                      pass(gate);
                      return "slow";
                    }));
    pass(loading);
    var second = meanwhile(() -> cache.get("slow", () -> "not me"));
    for (int n = 0; n < 100; n++) {
      assertThat(cache.get("quick" + n, () -> "quick")).isEqualTo("quick");
    }
    assertThat(first).isNotDone();
    gate.countDown();
    assertThat(first.join()).isEqualTo("slow");
    assertThat(second.join()).isEqualTo("slow");
  }

  @Test
  void a_load_that_failed_is_not_remembered() {
    Cache<String> cache = cache(LONG);
    assertThatThrownBy(
            () ->
                cache.get(
                    "k",
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("away");
    assertThat(cache.get("k", () -> "back")).isEqualTo("back");
  }

  @Test
  void what_was_loaded_before_an_invalidation_is_not_remembered_after_it() {
    Cache<String> cache = cache(LONG);
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    var reader =
        meanwhile(
            () ->
                cache.get(
                    "k",
                    () -> {
                      read.countDown(); // from the store, before the commit
                      pass(gate);
                      return "before";
                    }));
    pass(read);
    cache.invalidate("k"); // after the commit
    // The writer sees what he wrote, even while the old load is under way, ...
    assertThat(cache.get("k", () -> "after")).isEqualTo("after");
    gate.countDown();
    assertThat(reader.join()).isEqualTo("before");
    // ... and after it has ended.
    assertThat(cache.get("k", () -> "after")).isEqualTo("after");
  }

  @Test
  void under_any_race_a_writer_reads_what_he_wrote() {
    Cache<String> cache = cache(LONG);
    AtomicInteger store = new AtomicInteger();
    var readers =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    meanwhile(
                        () -> {
                          while (store.get() < 500) {
                            cache.get("k", () -> String.valueOf(store.get()));
                          }
                          return n;
                        }))
            .toList();
    while (store.get() < 500) {
      int written = store.incrementAndGet();
      cache.invalidate("k");
      assertThat(cache.get("k", () -> String.valueOf(store.get())))
          .isEqualTo(String.valueOf(written));
    }
    readers.forEach(CompletableFuture::join);
  }
}
