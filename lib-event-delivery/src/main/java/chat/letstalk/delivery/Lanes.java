package chat.letstalk.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Lets events of a channel go side by side, so that one that takes long, or waits for its next
 * attempt, does not hold up all others; for channels whose order does not matter. A consumer hands
 * on what {@link EventDelivery#handle} gives it: {@code return lanes.put(delivery.handle(...))}.
 * Each event is still acknowledged by itself, when it is done with. Thread-safe.
 */
public final class Lanes {

  private final int count;
  private int busy;
  private CompletableFuture<Void> waiting;

  /**
   * @param count how many events may be on their way at a time; at least 1
   */
  public Lanes(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("There must be at least one lane, not " + count);
    }
    this.count = count;
  }

  /**
   * Puts work that has begun into a lane.
   *
   * @param work frees its lane when it completes, however it does
   * @return completes when there is a lane for more; nothing more may be put in before that
   */
  public CompletionStage<Void> put(CompletionStage<Void> work) {
    CompletableFuture<Void> room = enter();
    work.whenComplete((done, failure) -> leave());
    return room;
  }

  private synchronized CompletableFuture<Void> enter() {
    busy++;
    if (busy < count) {
      return CompletableFuture.completedFuture(null);
    }
    waiting = new CompletableFuture<>();
    return waiting;
  }

  private void leave() {
    CompletableFuture<Void> next;
    synchronized (this) {
      busy--;
      next = waiting;
      waiting = null;
    }
    if (next != null) {
      next.complete(null);
    }
  }
}
