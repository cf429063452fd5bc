package chat.letstalk.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisCacheTest extends CacheSuite {

  private static final AtomicInteger TESTS = new AtomicInteger();
  private static RedisProcess redis;

  private final String prefix = "test-" + TESTS.incrementAndGet() + ":";
  private final List<Caches> replicas = new ArrayList<>();

  @BeforeAll
  static void start() {
    redis = RedisProcess.start();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @AfterEach
  void close() {
    replicas.forEach(Caches::close);
  }

  @Override
  Caches caches() {
    Map<String, String> settings = new HashMap<>();
    settings.put("letstalk.cache", "redis");
    settings.put("letstalk.cache.largest-value", "10000");
    settings.put("letstalk.redis.url", redis.url());
    settings.put("letstalk.redis.prefix", prefix);
    settings.put("letstalk.redis.timeout", "PT5S"); // this machine builds other things too
    Caches caches = Caches.read(key -> Optional.ofNullable(settings.get(key)), meter);
    replicas.add(caches);
    await().atMost(Duration.ofSeconds(60)).until(() -> caches.redis().get().problem().isEmpty());
    return caches;
  }

  @Test
  void replicas_share_what_one_has_loaded() {
    Cache<String> one = cache(LONG);
    Cache<String> other = cache(LONG);
    one.get("k", () -> "one");
    assertThat(other.get("k", () -> "other")).isEqualTo("one");
  }

  @Test
  void what_one_replica_invalidates_is_gone_for_all() {
    Cache<String> one = cache(LONG);
    Cache<String> other = cache(LONG);
    one.get("k", () -> "old");
    other.invalidate("k");
    assertThat(one.get("k", () -> "new")).isEqualTo("new");
  }

  @Test
  void a_load_on_another_replica_that_began_before_a_write_is_neither_joined_nor_remembered() {
    Cache<String> writer = cache(LONG);
    Cache<String> reader = cache(LONG);
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    var early =
        meanwhile(
            () ->
                reader.get(
                    "k",
                    () -> {
                      read.countDown();
                      pass(gate);
                      return "before";
                    }));
    pass(read);
    writer.invalidate("k");
    // Who wrote there may read here.
    assertThat(reader.get("k", () -> "after")).isEqualTo("after");
    gate.countDown();
    assertThat(early.join()).isEqualTo("before");
    assertThat(reader.get("k", () -> "later")).isNotEqualTo("before");
    assertThat(writer.get("k", () -> "later")).isNotEqualTo("before");
  }

  @Test
  void another_version_reads_nothing_foreign_but_invalidates_it() {
    Caches old = caches();
    Caches young = caches();
    Cache<Name> names = old.cache(CacheSpec.of("people", 1, Name.class, LONG, name -> 1));
    Cache<Person> people = young.cache(CacheSpec.of("people", 1, Person.class, LONG, one -> 1));
    Cache<Name> otherNames = young.cache(CacheSpec.of("people", 2, Name.class, LONG, name -> 1));
    names.get("k", () -> new Name("a", "b"));
    assertThat(people.get("k", () -> ANN)).isEqualTo(ANN);
    assertThat(otherNames.get("k", () -> new Name("c", "d"))).isEqualTo(new Name("c", "d"));
    assertThat(names.get("k", () -> null)).isEqualTo(new Name("a", "b"));
    people.invalidate("k");
    assertThat(names.get("k", () -> new Name("e", "f"))).isEqualTo(new Name("e", "f"));
  }

  @Test
  void what_cannot_be_read_is_loaded_and_counted() {
    Caches caches = caches();
    Cache<Name> names = caches.cache(CacheSpec.of("people", 1, Name.class, LONG, name -> 1));
    names.get("k", () -> new Name("a", "b"));
    Redis connection = caches.redis().get();
    String key = connection.ask(c -> c.keys(prefix + "*")).get(0);
    connection.ask(c -> c.set(key, "\n{\"first\":[1]}"));
    assertThat(names.get("k", () -> new Name("c", "d"))).isEqualTo(new Name("c", "d"));
    assertThat(meter.failures.get()).isPositive();
    assertThat(names.get("k", () -> null)).isEqualTo(new Name("c", "d"));
  }

  @Test
  void who_is_alone_asks_redis_once_before_he_loads() {
    Caches caches = caches();
    Cache<String> cache = caches.cache(texts(LONG));
    Redis connection = caches.redis().get();
    connection.ask(c -> c.configResetstat());

    cache.get("k", () -> "v");

    assertThat(connection.<String>ask(c -> c.info("commandstats")))
        .contains("cmdstat_mget:calls=1,", "cmdstat_set:calls=1,");
  }

  @Test
  void everything_it_puts_into_redis_expires() {
    Caches caches = caches();
    Cache<String> cache = caches.cache(texts(LONG));
    cache.get("k", () -> "v");
    cache.invalidate("k");
    cache.get("k", () -> "v");
    Redis connection = caches.redis().get();
    List<String> keys = connection.ask(c -> c.keys(prefix + "*"));
    assertThat(keys).hasSize(2);
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(connection.<Long>ask(c -> c.pttl(key)).longValue())
                    .isBetween(1L, LONG.multipliedBy(3).toMillis()));
  }
}
