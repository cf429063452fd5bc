package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.cache.CacheMeter.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds of every cache, wherever values are kept. */
public abstract class CacheSuite extends CacheRaceSuite {

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
