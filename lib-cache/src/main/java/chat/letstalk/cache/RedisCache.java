package chat.letstalk.cache;

import chat.letstalk.cache.CacheMeter.Counters;
import chat.letstalk.cache.CacheMeter.Outcome;
import chat.letstalk.cache.RedisValues.Found;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Values in Redis, for all replicas. Each value carries the mark of the last invalidation that
 * there was when its loading began, and counts only as long as that is still the last one; so a
 * value that was read before a write and put after it counts for nobody. One load a replica is
 * under way for a key and mark at a time.
 */
final class RedisCache<V> implements Cache<V> {

  private record Load<V>(String mark, CompletableFuture<Loaded<V>> value) {}

  /** While Redis is away; no mark of an invalidation looks like this. */
  private static final String UNKNOWN = "?";

  private final RedisValues<V> values;
  private final Duration patience;
  private final Counters counters;
  private final ConcurrentMap<String, Load<V>> loads = new ConcurrentHashMap<>();

  /** How many values were put into Redis; tells who missed one whether to look again. */
  private final AtomicLong puts = new AtomicLong();

  RedisCache(RedisValues<V> values, Duration patience, Counters counters) {
    this.values = values;
    this.patience = patience;
    this.counters = counters;
  }

  @Override
  public V get(String key, Supplier<V> load) {
    long putsBefore = puts.get();
    Found<V> found = values.find(key);
    if (found != null && found.value() != null) {
      counters.answered(Outcome.HIT);
      return found.value();
    }
    Load<V> mine = new Load<>(found == null ? UNKNOWN : found.mark(), new CompletableFuture<>());
    Load<V> running =
        loads.compute(
            key, (same, other) -> other != null && other.mark().equals(mine.mark()) ? other : mine);
    if (running != mine) {
      return SharedLoads.join(running.value(), load, patience, counters);
    }
    Loaded<V> loaded = Loaded.by(() -> load(key, mine.mark(), putsBefore, load), System.nanoTime());
    mine.value().complete(loaded);
    loads.remove(key, mine);
    return loaded.orThrow();
  }

  private V load(String key, String mark, long putsBefore, Supplier<V> load) {
    if (mark.equals(UNKNOWN)) {
      counters.answered(Outcome.LOADED);
      return load.get();
    }
    if (puts.get() != putsBefore) {
      // Somebody finished between our question and our turn; it may have been this value.
      Found<V> again = values.find(key);
      if (again != null && again.value() != null && Objects.equals(again.mark(), mark)) {
        counters.answered(Outcome.HIT);
        return again.value();
      }
    }
    counters.answered(Outcome.LOADED);
    long started = System.nanoTime();
    V value = load.get();
    if (value != null) {
      values.put(key, mark, value, started);
      puts.incrementAndGet();
    }
    return value;
  }

  @Override
  public void invalidate(Collection<String> keys) {
    if (!keys.isEmpty()) {
      keys.forEach(loads::remove);
      values.mark(keys);
    }
  }
}
