package chat.letstalk.cache;

import chat.letstalk.cache.CacheMeter.Counters;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lettuce.core.KeyValue;
import io.lettuce.core.SetArgs;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * What a cache has in Redis: for each key a value, which is the mark it was loaded under, a line
 * end, and JSON; and beside it the mark of the last invalidation, which outlives every value that
 * could have been loaded before. Never fails: what goes wrong is counted and done without.
 */
final class RedisValues<V> {

  private static final Logger LOG = Logger.getLogger(RedisValues.class.getName());
  private static final Jsonb JSON = JsonbBuilder.create();

  /** Of each cache; when more are unsaid, the oldest stay valid for others till they expire. */
  private static final int MOST_UNSAID = 100_000;

  /**
   * What is known of a key.
   *
   * @param mark of the last invalidation, empty for none
   * @param value null for none that counts
   */
  record Found<V>(String mark, V value) {}

  private final Redis redis;
  private final CacheSpec<V> spec;
  private final int largest;
  private final Counters counters;
  private final String shape;
  private final Duration marksLive;

  /** Invalidations that Redis could not be told of: these keys are not asked for. */
  private final ConcurrentMap<String, Boolean> unsaid;

  RedisValues(Redis redis, CacheSpec<V> spec, int largest, Counters counters) {
    this.redis = redis;
    this.spec = spec;
    this.largest = largest;
    this.counters = counters;
    this.shape = spec.version() + "-" + Shape.of(spec.type());
    this.marksLive = spec.longest().multipliedBy(2).plusMinutes(1);
    this.unsaid =
        Caffeine.newBuilder()
            .maximumSize(MOST_UNSAID)
            .expireAfterWrite(marksLive)
            .<String, Boolean>build()
            .asMap();
  }

  /** Null when Redis does not say. */
  Found<V> find(String key) {
    if (!unsaid.isEmpty() && unsaid.containsKey(key) && !mark(List.of(key))) {
      return null;
    }
    try {
      List<KeyValue<String, String>> both =
          redis.ask(commands -> commands.mget(markKey(key), valueKey(key)));
      String mark = both.get(0).getValueOrElse("");
      return new Found<>(mark, read(mark, both.get(1).getValueOrElse(null)));
    } catch (RedisAway e) {
      counters.failed();
      return null;
    }
  }

  private V read(String mark, String stored) {
    int end = stored == null ? -1 : stored.indexOf('\n');
    if (end < 0 || !stored.substring(0, end).equals(mark)) {
      return null;
    }
    try {
      return JSON.fromJson(stored.substring(end + 1), spec.type());
    } catch (JsonbException e) {
      // The parser's message may quote the value.
      LOG.log(
          Level.WARNING,
          () ->
              "A value of the cache %s cannot be read and is loaded again".formatted(spec.name()));
      counters.failed();
      return null;
    }
  }

  /** Puts what was loaded since a moment under a mark, for the rest of its lifetime. */
  void put(String key, String mark, V value, long loadingSince) {
    Duration left = spec.lifetime().apply(value).minusNanos(System.nanoTime() - loadingSince);
    if (left.toMillis() < 1 || spec.weight().applyAsInt(value) > largest) {
      return;
    }
    try {
      String json = JSON.toJson(value, spec.type());
      if (json.length() > largest || json.getBytes(StandardCharsets.UTF_8).length > largest) {
        return;
      }
      redis.ask(
          commands ->
              commands.set(valueKey(key), mark + "\n" + json, SetArgs.Builder.px(left.toMillis())));
    } catch (RedisAway e) {
      counters.failed();
    } catch (JsonbException e) {
      LOG.log(
          Level.SEVERE, e, () -> "Values of the cache %s cannot be written".formatted(spec.name()));
      counters.failed();
    }
  }

  /** Invalidates; false when Redis could not be told, which is made up for before the next read. */
  boolean mark(Collection<String> keys) {
    String mark = UUID.randomUUID().toString();
    SetArgs forLong = SetArgs.Builder.px(marksLive.toMillis());
    try {
      redis.ask(
          commands ->
              CompletableFuture.allOf(
                  keys.stream()
                      .flatMap(
                          key ->
                              Stream.<CompletionStage<?>>of(
                                  commands.set(markKey(key), mark, forLong),
                                  commands.del(valueKey(key))))
                      .map(CompletionStage::toCompletableFuture)
                      .toArray(CompletableFuture<?>[]::new)));
      keys.forEach(unsaid::remove);
      return true;
    } catch (RedisAway e) {
      counters.failed();
      keys.forEach(key -> unsaid.put(key, true));
      return false;
    }
  }

  /** The braces keep a key and its mark on one node of a cluster. */
  private String base(String key) {
    return redis.key("cache:{" + spec.name() + ":" + key + "}");
  }

  /** The same for all versions, so that each invalidates the values of the others. */
  private String markKey(String key) {
    return base(key) + ":changed";
  }

  private String valueKey(String key) {
    return base(key) + ":" + shape;
  }
}
