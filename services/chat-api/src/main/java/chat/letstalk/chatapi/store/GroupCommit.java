package chat.letstalk.chatapi.store;

import chat.letstalk.chatapi.problem.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Writes what is added at the same time together. One thread writes whatever waits as soon as it is
 * done with what came before, so that nothing waits while the database is idle, and the busier it
 * is the more items share one commit. Several would find less to share: four of them cost the
 * database twice as much an item. Thread-safe.
 *
 * @param <T> what is written
 * @param <R> what becomes of it
 */
public final class GroupCommit<T, R> implements AutoCloseable {

  /** Enough to make a commit's cost per item small, few enough to keep locks short. */
  private static final int MOST_TOGETHER = 100;

  /** Each waiting item is a request of its own, so a server's threads are the real limit. */
  private static final int MOST_WAITING = 10_000;

  /** Longer than the driver's own time limits, which say better what is wrong. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  private record Waiting<T, R>(T item, CompletableFuture<R> written) {}

  private final String what;
  private final Function<List<T>, List<R>> write;
  private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Thread writer;

  /**
   * @param what the operation's name, for errors and the thread
   * @param write gives a result for each item, in their order; called by one thread. When it throws
   *     anything but {@link StoreUnavailable}, nothing is written
   */
  public GroupCommit(String what, Function<List<T>, List<R>> write) {
    this.what = what;
    this.write = write;
    writer = new Thread(this::writeWhatWaits, what);
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Writes an item and returns when it is committed. Items are written in the order of the calls.
   *
   * @throws DuplicateKey when the engine has something with this item's key already
   * @throws StoreUnavailable when it is not known to be written
   */
  public R add(T item) {
    Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      throw new StoreUnavailable(what + ": too many wait", null);
    }
    try {
      return waiting.written().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (TimeoutException e) {
      throw new StoreUnavailable(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable(what, e);
    }
  }

  private RuntimeException failure(Throwable cause) {
    if (cause instanceof DuplicateKey duplicate) {
      return duplicate;
    }
    return cause instanceof StoreUnavailable
        ? new StoreUnavailable(what, cause)
        : new IllegalStateException(what, cause);
  }

  /** How many items wait for a write to end. */
  int waiting() {
    return queue.size();
  }

  /** Ends the writer; what is added afterwards is not written. */
  @Override
  public void close() {
    writer.interrupt();
  }

  private void writeWhatWaits() {
    List<Waiting<T, R>> together = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        together.add(queue.take());
        queue.drainTo(together, MOST_TOGETHER - 1);
        write(together);
        together.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Waiting<T, R>> together) {
    try {
      List<R> results = write.apply(together.stream().map(Waiting::item).toList());
      for (int n = 0; n < results.size(); n++) {
        together.get(n).written().complete(results.get(n));
      }
    } catch (StoreUnavailable | Error e) {
      together.forEach(waiting -> waiting.written().completeExceptionally(e));
    } catch (RuntimeException e) {
      if (together.size() == 1) {
        together.get(0).written().completeExceptionally(e);
      } else { // nothing is written; ever smaller parts show whose fault it is
        int half = together.size() / 2;
        write(together.subList(0, half));
        write(together.subList(half, together.size()));
      }
    }
  }
}
