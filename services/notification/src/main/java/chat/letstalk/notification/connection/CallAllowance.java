package chat.letstalk.notification.connection;

/** A token bucket: a burst at once, then a steady rate. Not thread-safe. */
final class CallAllowance {

  private static final double NANOS_PER_SECOND = 1e9;

  private final int perSecond;
  private final int burst;
  private double left;
  private long filledAt;

  CallAllowance(int perSecond, int burst, long now) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.left = burst;
    this.filledAt = now;
  }

  /** Takes one call, if there is one left. */
  boolean take(long now) {
    left = Math.min(burst, left + (now - filledAt) / NANOS_PER_SECOND * perSecond);
    filledAt = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
