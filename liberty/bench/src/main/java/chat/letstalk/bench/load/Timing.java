package chat.letstalk.bench.load;

import java.time.Duration;

/**
 * How long a load runs.
 *
 * @param warmUp before anything counts
 * @param measured while everything counts
 */
public record Timing(Duration warmUp, Duration measured) {

  /** How long what is under way at the end may still take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Both times, or this one where they are shorter. */
  public Timing atLeast(Duration time) {
    return new Timing(longer(warmUp, time), longer(measured, time));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
