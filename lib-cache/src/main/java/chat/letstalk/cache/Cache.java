package chat.letstalk.cache;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Values that are costly to load, remembered for a while. It only saves work: whatever is wrong
 * with it, values are loaded. There is no way to put a value but to load it, since two writers who
 * put theirs could do so in another order than they wrote. Thread-safe.
 *
 * @param <V> immutable
 */
public interface Cache<V> {

  /**
   * The value of a key: the one that is remembered, or one that is loaded now. Whoever asks while
   * somebody else is loading waits for that, for some seconds. A load that was under way when its
   * key was invalidated is not joined and not remembered.
   *
   * @param load called by this thread; null when there is no value, which is not remembered
   * @return null when {@code load} has given that
   * @throws RuntimeException what {@code load} threw, to all who waited for it
   */
  V get(String key, Supplier<V> load);

  /**
   * Forgets values, once what they were made of has changed for good: after this returns, this
   * process does not get them any more, and others do not as soon as they share the cache,
   * otherwise when the lifetime is over.
   */
  void invalidate(Collection<String> keys);

  /** Forgets one value. */
  default void invalidate(String key) {
    invalidate(List.of(key));
  }
}
