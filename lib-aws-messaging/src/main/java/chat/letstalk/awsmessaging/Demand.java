package chat.letstalk.awsmessaging;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How many events a subscriber has asked for, until it ends. Thread-safe. */
final class Demand {

  /** No wait is longer, whatever wakes are missed. */
  private static final long LOOK_AGAIN_MILLIS = 1_000;

  private long wanted;
  private boolean open = true;

  synchronized void add(long events) {
    wanted = wanted + events < 0 ? Long.MAX_VALUE : wanted + events;
    notifyAll();
  }

  /** Ends it; whoever waits goes on at once. */
  synchronized void end() {
    open = false;
    notifyAll();
  }

  synchronized void wake() {
    notifyAll();
  }

  synchronized boolean isOpen() {
    return open;
  }

  /**
   * Waits until an event is wanted, and counts it.
   *
   * @return false when it has ended
   */
  synchronized boolean take() {
    if (!awaitUntil(() -> wanted > 0)) {
      return false;
    }
    wanted--;
    return true;
  }

  /**
   * Waits until an event is wanted and something else is so too.
   *
   * @return false when it has ended
   */
  synchronized boolean awaitUntil(BooleanSupplier condition) {
    try {
      while (open && !(wanted > 0 && condition.getAsBoolean())) {
        wait(LOOK_AGAIN_MILLIS);
      }
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
    return open;
  }

  /** Waits for a time, or until it has ended. */
  synchronized void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      while (open && end - System.nanoTime() > 0) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
  }
}
