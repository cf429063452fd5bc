package chat.letstalk.cache;

import chat.letstalk.cache.CacheMeter.Counters;
import chat.letstalk.cache.CacheMeter.Outcome;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Values in the memory of this process; when there are too many bytes of them, those go that are
 * least useful. What is being loaded lies there too, as a promise: an invalidation takes the
 * promise away, so that what comes of it reaches only those who asked before.
 */
final class CaffeineCache<V> implements Cache<V> {

  private final CacheSpec<V> spec;
  private final int largest;
  private final Ticker ticker;
  private final Counters counters;
  private final ConcurrentMap<String, CompletableFuture<Loaded<V>>> values;

  /**
   * @param bytes about as many are kept
   * @param largest bytes of the largest value that is kept
   */
  CaffeineCache(CacheSpec<V> spec, long bytes, int largest, Ticker ticker, Counters counters) {
    this.spec = spec;
    this.largest = largest;
    this.ticker = ticker;
    this.counters = counters;
    AsyncCache<String, Loaded<V>> cache =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((String key, Loaded<V> kept) -> key.length() + weightOf(kept.value()))
            .expireAfter(Expiry.<String, Loaded<V>>writing((key, kept) -> left(kept)))
            .ticker(ticker)
            .buildAsync();
    this.values = cache.asMap();
  }

  @Override
  public V get(String key, Supplier<V> load) {
    CompletableFuture<Loaded<V>> mine = new CompletableFuture<>();
    CompletableFuture<Loaded<V>> present = values.putIfAbsent(key, mine);
    if (present == null) {
      counters.answered(Outcome.LOADED);
      Loaded<V> loaded = Loaded.by(load, ticker.read());
      mine.complete(loaded);
      if (left(loaded).isZero() || weightOf(loaded.value()) > largest) {
        values.remove(key, mine);
      }
      return loaded.orThrow();
    }
    if (present.isDone()) {
      counters.answered(Outcome.HIT);
      return present.join().orThrow();
    }
    return SharedLoads.join(present, load, spec.patience(), counters);
  }

  @Override
  public void invalidate(Collection<String> keys) {
    keys.forEach(values::remove);
  }

  private Duration left(Loaded<V> kept) {
    if (kept.value() == null) {
      return Duration.ZERO;
    }
    Duration lifetime = spec.lifetime().apply(kept.value());
    Duration left = lifetime.minusNanos(ticker.read() - kept.since());
    return left.isNegative() ? Duration.ZERO : left;
  }

  private int weightOf(V value) {
    return value == null ? 0 : spec.weight().applyAsInt(value);
  }
}
