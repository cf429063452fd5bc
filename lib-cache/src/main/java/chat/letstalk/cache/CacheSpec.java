package chat.letstalk.cache;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a cache keeps.
 *
 * @param name of the cache, in keys and metrics
 * @param version one more when a value of the same shape comes to mean something else; another
 *     shape is noticed without that
 * @param type of the values: a record, or something generic made of records, as JSON-B writes it
 * @param lifetime how long a value is remembered from the moment when its loading began; zero for
 *     one that is not
 * @param longest no lifetime is longer; zero turns the cache off
 * @param patience how long to wait for what somebody else is loading before loading it as well
 * @param weight about how many bytes a value takes
 * @param <V> what it keeps, immutable
 */
public record CacheSpec<V>(
    String name,
    int version,
    Type type,
    Function<V, Duration> lifetime,
    Duration longest,
    Duration patience,
    ToIntFunction<V> weight) {

  /** Longer than a database needs unless it is in trouble. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The same lifetime for every value. */
  public static <V> CacheSpec<V> of(
      String name, int version, Type type, Duration lifetime, ToIntFunction<V> weight) {
    return new CacheSpec<>(name, version, type, value -> lifetime, lifetime, PATIENCE, weight);
  }
}
