package chat.letstalk.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next attempt: doubling from a first delay to a longest one, with full
 * jitter in the upper half, so that replicas that failed together do not come back together.
 *
 * @param first the delay after the first failure
 * @param longest no delay exceeds it
 */
public record Backoff(Duration first, Duration longest) {

  /**
   * The delay after a number of failures in a row.
   *
   * @param failures at least 1
   * @return between half of the doubled delay and all of it
   */
  public Duration after(int failures) {
    long doubled = first.toNanos() << Math.min(failures - 1, 20);
    long limit = Math.min(Math.max(doubled, 1), longest.toNanos());
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(limit / 2, limit + 1));
  }
}
