package chat.letstalk.cache;

import chat.letstalk.cache.CacheMeter.Counters;
import chat.letstalk.cache.CacheMeter.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Has one load what many ask for at the same time. Thread-safe. */
final class SharedLoads {

  private SharedLoads() {}

  /** Waits for what another is loading; loads after all when that takes too long. */
  static <V> V join(
      CompletableFuture<Loaded<V>> other, Supplier<V> load, Duration patience, Counters counters) {
    try {
      Loaded<V> loaded = other.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      counters.answered(Outcome.JOINED);
      return loaded.orThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      counters.failed(); // a load that ends gives what has come of it, be it a failure
    }
    counters.answered(Outcome.LOADED);
    return load.get();
  }
}
