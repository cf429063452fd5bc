package chat.letstalk.notification.push;

import java.time.Clock;
import java.time.Duration;

/**
 * Knows whether a fresh replica has re-read the events of the replay window: it has when an event
 * arrives that is younger than the replica, when none arrives for a while, or when all that has
 * taken too long. Thread-safe.
 */
public final class CatchUp {

  private final Clock clock;
  private final long quietMillis;
  private final long longestMillis;
  private final long returningMillis;
  private final long startedAt;
  private volatile long lastArrival;
  private volatile boolean rereading;
  private volatile long doneAt;

  /**
   * @param quiet the pause after which nothing more is expected
   * @param longest after which the replica serves in any case
   * @param returning how long after that clients still come back from its former life
   */
  public CatchUp(Clock clock, Duration quiet, Duration longest, Duration returning) {
    this.clock = clock;
    quietMillis = quiet.toMillis();
    longestMillis = longest.toMillis();
    returningMillis = returning.toMillis();
    startedAt = clock.millis();
    lastArrival = startedAt;
  }

  void arrived(long occurredAt) {
    if (doneAt != 0) {
      return;
    }
    lastArrival = clock.millis();
    if (occurredAt < startedAt) {
      rereading = true;
    } else {
      doneAt = lastArrival;
    }
  }

  /** Whether all events of the window are here; once so, for ever. */
  public boolean isDone() {
    long now = clock.millis();
    if (doneAt == 0 && (now - lastArrival >= quietMillis || now - startedAt >= longestMillis)) {
      doneAt = now;
    }
    return doneAt != 0;
  }

  /**
   * Whether this replica has been restarted just now while events flowed, so that whoever connects
   * has probably been cut off by that.
   */
  boolean isJustBack() {
    return rereading && (!isDone() || clock.millis() - doneAt < returningMillis);
  }
}
