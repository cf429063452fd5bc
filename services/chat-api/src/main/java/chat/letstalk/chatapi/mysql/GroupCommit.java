package chat.letstalk.chatapi.mysql;

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
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Writes what is added at the same time in one transaction. Items are spread over a few lanes; a
 * lane writes whatever waits as soon as it is done with what came before, so that nothing waits
 * while the database is idle, and the busier it is the more items share one commit. Thread-safe.
 *
 * @param <T> what is written
 */
final class GroupCommit<T> implements AutoCloseable {

  /** Enough to make a commit's cost per item small, few enough to keep locks short. */
  private static final int MOST_TOGETHER = 100;

  /** Each waiting item is a request of its own, so a server's threads are the real limit. */
  private static final int MOST_WAITING = 10_000;

  /** Longer than the driver's own time limits, which say better what is wrong. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  private record Waiting<T>(T item, CompletableFuture<Void> written) {}

  private final String what;
  private final Consumer<List<T>> write;
  private final List<Lane> lanes;

  /**
   * @param what the operation's name, for errors and threads
   * @param write one transaction for all of its items; called by one thread a lane
   */
  GroupCommit(String what, int lanes, Consumer<List<T>> write) {
    this.what = what;
    this.write = write;
    this.lanes = IntStream.range(0, lanes).mapToObj(Lane::new).toList();
  }

  /**
   * Writes an item and returns when it is committed. Items of one order are written one after the
   * other.
   *
   * @param order what the item belongs to
   * @throws Transactions.DuplicateKey when a unique key has this item's row already
   */
  void add(Object order, T item) {
    Waiting<T> waiting = new Waiting<>(item, new CompletableFuture<>());
    if (!lanes.get(Math.floorMod(order.hashCode(), lanes.size())).queue.offer(waiting)) {
      throw new StoreUnavailable(what + ": too many wait", null);
    }
    try {
      waiting.written().get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
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
    if (cause instanceof Transactions.DuplicateKey duplicate) {
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

  private void write(List<Waiting<T>> together) {
    try {
      write.accept(together.stream().map(Waiting::item).toList());
      together.forEach(waiting -> waiting.written().complete(null));
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

    private final BlockingQueue<Waiting<T>> queue = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread;

    Lane(int number) {
      thread = new Thread(this, what + " " + number);
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void run() {
      List<Waiting<T>> together = new ArrayList<>();
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
