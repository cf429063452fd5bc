package chat.letstalk.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Makes caches where {@code letstalk.cache} says: in memory or on Redis. Thread-safe. */
public final class Caches implements AutoCloseable {

  private final CacheSettings settings;
  private final CacheMeter meter;
  private final Ticker ticker;
  private final Redis redis;

  private Caches(CacheSettings settings, Redis redis, CacheMeter meter, Ticker ticker) {
    this.settings = settings;
    this.redis = redis;
    this.meter = meter;
    this.ticker = ticker;
  }

  /**
   * Reads the keys {@code letstalk.cache.*} and {@code letstalk.redis.*}, and begins to look for
   * Redis if it is chosen.
   *
   * @param config gives the value of a key
   * @throws IllegalArgumentException for a value that cannot be; names the key and what can
   */
  public static Caches read(Function<String, Optional<String>> config, CacheMeter meter) {
    return read(config, meter, Ticker.systemTicker());
  }

  static Caches read(Function<String, Optional<String>> config, CacheMeter meter, Ticker ticker) {
    CacheSettings settings = CacheSettings.read(config);
    Redis redis = settings.isShared() ? new Redis(RedisSettings.read(config)) : null;
    if (redis != null) {
      meter.redis(() -> redis.problem().isEmpty());
    }
    return new Caches(settings, redis, meter, ticker);
  }

  /** What all replicas have in common; empty with {@code memory}. */
  public Optional<Redis> redis() {
    return Optional.ofNullable(redis);
  }

  /**
   * How long a cache remembers: what {@code letstalk.cache.<name>.lifetime} says.
   *
   * @param alone unless it says anything, with {@code memory}, where other replicas do not hear of
   *     an invalidation
   * @param shared unless it says anything, with {@code redis}
   */
  public Duration lifetime(String name, Duration alone, Duration shared) {
    return settings.lifetime(
        "letstalk.cache." + name + ".lifetime", settings.isShared() ? shared : alone);
  }

  /** Makes a cache; to be called once for each name. */
  public <V> Cache<V> cache(CacheSpec<V> spec) {
    CacheMeter.Counters counters = meter.of(spec.name());
    if (spec.longest().isZero()) {
      return new NoCache<>(counters);
    }
    return redis == null
        ? new CaffeineCache<>(spec, settings.bytes(), settings.largest(), ticker, counters)
        : new RedisCache<>(
            new RedisValues<>(redis, spec, settings.largest(), counters),
            spec.patience(),
            counters);
  }

  @Override
  public void close() {
    if (redis != null) {
      redis.close();
    }
  }
}
