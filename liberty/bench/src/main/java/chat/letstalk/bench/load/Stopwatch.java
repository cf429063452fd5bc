package chat.letstalk.bench.load;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Times what ends well between two moments. Thread-safe. */
public final class Stopwatch {

  private final Latencies latencies = new Latencies();
  private volatile boolean counts;

  /** From now on what ends counts. */
  public void begin() {
    counts = true;
  }

  /** From now on what ends no longer counts. */
  public void end() {
    counts = false;
  }

  /** Starts something and times it. */
  public <T> CompletableFuture<T> time(Supplier<CompletableFuture<T>> start) {
    long from = System.nanoTime();
    return start
        .get()
        .whenComplete(
            (result, failure) -> {
              if (failure == null && counts) {
                latencies.add(System.nanoTime() - from);
              }
            });
  }

  /** What has been timed; to be called after the end. */
  public LatencyReport latencies() {
    return latencies.report(0, 0);
  }
}
