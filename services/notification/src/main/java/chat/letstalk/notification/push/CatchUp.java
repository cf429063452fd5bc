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
  private final long startedAt;
  private volatile long lastArrival;
  private volatile boolean done;

  /**
   * @param quiet the pause after which nothing more is expected
   * @param longest after which the replica serves in any case
   */
  public CatchUp(Clock clock, Duration quiet, Duration longest) {
    this.clock = clock;
    quietMillis = quiet.toMillis();
    longestMillis = longest.toMillis();
    startedAt = clock.millis();
    lastArrival = startedAt;
  }

  void arrived(long occurredAt) {
    if (done) {
      return;
    }
    lastArrival = clock.millis();
    done = occurredAt >= startedAt;
  }

  /** Whether all events of the window are here; once so, for ever. */
  public boolean isDone() {
    long now = clock.millis();
    if (!done && (now - lastArrival >= quietMillis || now - startedAt >= longestMillis)) {
      done = true;
    }
    return done;
  }
}
