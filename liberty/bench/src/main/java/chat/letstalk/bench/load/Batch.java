package chat.letstalk.bench.load;

import chat.letstalk.bench.BenchException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many of the same, a few at a time: preparations that must not be a flood. */
public final class Batch {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Batch() {}

  /**
   * Starts so many operations and waits for all of them.
   *
   * @param what in words, for the error
   * @param atOnce how many may be under way
   * @return their results in the order of their numbers
   * @throws BenchException when one fails, or none ends for a minute
   */
  public static <T> List<T> of(
      String what, int count, int atOnce, IntFunction<CompletableFuture<T>> operation) {
    Semaphore room = new Semaphore(atOnce);
    List<CompletableFuture<T>> all = new ArrayList<>(count);
    try {
      for (int i = 0; i < count; i++) {
        if (!room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
          throw new TimeoutException("nothing ended for " + PATIENCE.toSeconds() + " s");
        }
        all.add(operation.apply(i).whenComplete((result, failure) -> room.release()));
      }
      List<T> results = new ArrayList<>(count);
      for (CompletableFuture<T> one : all) {
        results.add(one.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException | CompletionException e) {
      throw new BenchException(what + " failed: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new BenchException(what + " takes too long: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }
}
