package chat.letstalk.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys {@code letstalk.cache} and {@code letstalk.cache.*}.
 *
 * @param isShared whether values are on Redis, for all replicas
 * @param bytes of memory for each cache
 * @param largest bytes of the largest value that is remembered
 * @param config gives the value of any key
 */
record CacheSettings(
    boolean isShared, long bytes, int largest, Function<String, Optional<String>> config) {

  static final String ENGINE = "letstalk.cache";
  private static final String BYTES = "letstalk.cache.memory-bytes";
  private static final String LARGEST = "letstalk.cache.largest-value";

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException for a value that cannot be; names the key and what can
   */
  static CacheSettings read(Function<String, Optional<String>> config) {
    String engine = config.apply(ENGINE).orElse("memory");
    if (!engine.equals("memory") && !engine.equals("redis")) {
      throw new IllegalArgumentException(
          "%s is \"%s\", which is no cache: set it to one of memory, redis"
              .formatted(ENGINE, engine));
    }
    long bytes = number(config, BYTES, 32 << 20);
    long largest = number(config, LARGEST, 1 << 20);
    return new CacheSettings(
        engine.equals("redis"), bytes, (int) Math.min(largest, Integer.MAX_VALUE), config);
  }

  private static long number(
      Function<String, Optional<String>> config, String key, long whenUnset) {
    String value = config.apply(key).orElse(String.valueOf(whenUnset));
    try {
      long number = Long.parseLong(value.strip());
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below
    }
    throw new IllegalArgumentException(
        "%s is %s: set it to a number of bytes from 1 on".formatted(key, value));
  }

  /** The lifetime under a key. */
  Duration lifetime(String key, Duration whenUnset) {
    Optional<String> value = config.apply(key);
    try {
      Duration lifetime = value.map(text -> Duration.parse(text.strip())).orElse(whenUnset);
      if (!lifetime.isNegative() && lifetime.compareTo(Duration.ofDays(365)) <= 0) {
        return lifetime;
      }
    } catch (RuntimeException e) {
      // answered below
    }
    throw new IllegalArgumentException(
        "%s is %s: set it to a duration up to P365D, PT0S to turn the cache off"
            .formatted(key, value.orElse("")));
  }
}
