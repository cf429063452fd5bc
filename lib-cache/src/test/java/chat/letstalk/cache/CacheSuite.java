package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.letstalk.cache.CacheMeter.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of every cache, wherever values are kept. */
public abstract class CacheSuite {

  public enum Colour {
    RED,
    GREEN
  }

  public record Name(String first, String last) {}

  public record Person(
      UUID id, Name name, Colour colour, Instant born, Integer age, List<Name> aliases) {}

  static final Person ANN =
      new Person(
          UUID.fromString("01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e61"),
          new Name("Änn 😀", null),
          Colour.GREEN,
          Instant.ofEpochMilli(1_700_000_000_123L),
          null,
          List.of(new Name("A", "B")));

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
  void a_value_is_loaded_once_and_then_remembered() {
    Cache<String> cache = cache(LONG);
    AtomicInteger loads = new AtomicInteger();
    for (int n = 0; n < 5; n++) {
      assertThat(cache.get("k", () -> "v" + loads.incrementAndGet())).isEqualTo("v1");
    }
    assertThat(cache.get("other", () -> "o")).isEqualTo("o");
    assertThat(meter.count(Outcome.LOADED)).isEqualTo(2);
    assertThat(meter.count(Outcome.HIT)).isEqualTo(4);
    assertThat(meter.failures).hasValue(0);
  }

  @Test
  void a_value_comes_back_as_it_was() {
    Cache<Person> people =
        caches().cache(CacheSpec.of("people", 1, Person.class, LONG, person -> 100));
    people.get("ann", () -> ANN);
    assertThat(people.get("ann", () -> null)).isEqualTo(ANN);
  }

  @Test
  void that_there_is_nothing_is_not_remembered() {
    Cache<String> cache = cache(LONG);
    assertThat(cache.get("k", () -> null)).isNull();
    assertThat(cache.get("k", () -> "now")).isEqualTo("now");
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
    assertThat(second.join()).isIn("slow");
  }

  @Test
  void a_failed_load_fails_for_all_who_waited_and_the_next_one_loads() {
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
  void an_invalidated_value_is_loaded_again() {
    Cache<String> cache = cache(LONG);
    cache.get("a", () -> "old");
    cache.get("b", () -> "old");
    cache.get("c", () -> "old");
    cache.invalidate(List.of("a", "b"));
    assertThat(cache.get("a", () -> "new")).isEqualTo("new");
    assertThat(cache.get("b", () -> "new")).isEqualTo("new");
    assertThat(cache.get("c", () -> "new")).isEqualTo("old");
    assertThat(cache.get("a", () -> "newer")).isEqualTo("new");
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

  @Test
  void a_value_is_forgotten_after_its_lifetime() {
    Cache<String> cache = cache(Duration.ofMillis(300));
    AtomicInteger loads = new AtomicInteger();
    cache.get("k", () -> "v" + loads.incrementAndGet());
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> cache.get("k", () -> "v" + loads.incrementAndGet()), "v2"::equals);
  }

  @Test
  void each_value_can_have_its_own_lifetime() {
    CacheSpec<String> spec =
        new CacheSpec<>(
            "texts",
            1,
            String.class,
            text -> text.startsWith("never") ? Duration.ZERO : LONG,
            LONG,
            String::length);
    Cache<String> cache = caches().cache(spec);
    cache.get("a", () -> "never");
    assertThat(cache.get("a", () -> "always")).isEqualTo("always");
    assertThat(cache.get("a", () -> "never")).isEqualTo("always");
  }

  @Test
  void a_lifetime_of_zero_turns_a_cache_off() {
    Cache<String> cache = cache(Duration.ZERO);
    assertThat(cache.get("k", () -> "one")).isEqualTo("one");
    assertThat(cache.get("k", () -> "two")).isEqualTo("two");
    cache.invalidate("k");
    assertThat(meter.count(Outcome.LOADED)).isEqualTo(2);
  }

  @Test
  void a_value_that_is_too_large_is_not_remembered() {
    Cache<String> cache = cache(LONG);
    String large = "x".repeat(20_000);
    assertThat(cache.get("k", () -> large)).isEqualTo(large);
    assertThat(cache.get("k", () -> "small")).isEqualTo("small");
    assertThat(cache.get("k", () -> "other")).isEqualTo("small");
  }

  @Test
  void caches_of_other_names_have_other_values() {
    Caches caches = caches();
    Cache<String> one = caches.cache(CacheSpec.of("one", 1, String.class, LONG, String::length));
    Cache<String> two = caches.cache(CacheSpec.of("two", 1, String.class, LONG, String::length));
    one.get("k", () -> "1");
    assertThat(two.get("k", () -> "2")).isEqualTo("2");
    two.invalidate("k");
    assertThat(one.get("k", () -> "3")).isEqualTo("1");
  }
}
