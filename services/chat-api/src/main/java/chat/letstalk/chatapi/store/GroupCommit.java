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
import java.util.stream.IntStream;

/**
 * Writes what is added at the same time together. Items are spread over a few lanes; a lane writes
 * whatever waits as soon as it is done with what came before, so that nothing waits while the
 * database is idle, and the busier it is the more items share one commit. Thread-safe.
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
  private final List<Lane> lanes;

  /**
   * @param what the operation's name, for errors and threads
   * @param write gives a result for each item, in their order; called by one thread a lane. When it
   *     throws anything but {@link StoreUnavailable}, nothing is written
   */
  public GroupCommit(String what, int lanes, Function<List<T>, List<R>> write) {
    this.what = what;
    this.write = write;
    this.lanes = IntStream.range(0, lanes).mapToObj(Lane::new).toList();
  }

  /**
   * Writes an item and returns when it is committed. Items of one order are written one after the
   * other.
   *
   * @param order what the item belongs to
   * @throws DuplicateKey when the engine has something with this item's key already
   * @throws StoreUnavailable when it is not known to be written
   */
  public R add(Object order, T item) {
    Waiting<T, R> waiting = new Waiting<>(item, new CompletableFuture<>());
    if (!lanes.get(Math.floorMod(order.hashCode(), lanes.size())).queue.offer(waiting)) {
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
    return lanes.stream().mapToInt(lane -> lane.queue.size()).sum();
  }

  /** Ends the lanes; what is added afterwards is not written. */
  @Override
  public void close() {
    lanes.forEach(lane -> lane.thread.interrupt());
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
      } else { // nothing is written; each by itself shows whose fault it is
        together.forEach(waiting -> write(List.of(waiting)));
      }
    }
  }

  private final class Lane implements Runnable {

    private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    Lane(int number) {
      thread = new Thread(this, what + " " + number);
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void run() {
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
  }
}
