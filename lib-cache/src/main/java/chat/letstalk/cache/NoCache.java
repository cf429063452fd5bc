package chat.letstalk.cache;

import chat.letstalk.cache.CacheMeter.Counters;
import chat.letstalk.cache.CacheMeter.Outcome;
import java.util.Collection;
import java.util.function.Supplier;

/** A cache that is turned off: everything is loaded, by everybody for himself. */
final class NoCache<V> implements Cache<V> {

  private final Counters counters;

  NoCache(Counters counters) {
    this.counters = counters;
  }

  @Override
  public V get(String key, Supplier<V> load) {
    counters.answered(Outcome.LOADED);
    return load.get();
  }

  @Override
  public void invalidate(Collection<String> keys) {
    // Nothing is remembered.
  }
}
