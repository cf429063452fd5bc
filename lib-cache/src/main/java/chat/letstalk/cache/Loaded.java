package chat.letstalk.cache;

import java.util.function.Supplier;

/**
 * What has come of a load.
 *
 * @param value null for none
 * @param failure null unless it failed; then a {@link RuntimeException} or an {@link Error}
 * @param since when it began, in nanoseconds of some clock
 */
record Loaded<V>(V value, Throwable failure, long since) {

  static <V> Loaded<V> by(Supplier<V> load, long now) {
    try {
      return new Loaded<>(load.get(), null, now);
    } catch (RuntimeException | Error e) {
      return new Loaded<>(null, e, now);
    }
  }

  /** The value; throws the failure. */
  V orThrow() {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
    return value;
  }
}
