package chat.letstalk.bench.load;

import java.time.Duration;

/**
 * How long a load runs.
 *
 * @param warmUp before anything counts
 * @param untilSteady how much longer it may warm up, for as long as it still gets quicker
 * @param measured while everything counts
 */
public record Timing(Duration warmUp, Duration untilSteady, Duration measured) {

  /** How long what is under way at the end may still take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A load whose warm-up has a fixed length. */
  public Timing(Duration warmUp, Duration measured) {
    this(warmUp, Duration.ZERO, measured);
  }

  /** The same, with more time to warm up if it needs it. */
  public Timing steadyWithin(Duration time) {
    return new Timing(warmUp, time, measured);
  }

  /** Both times, or this one where they are shorter. */
  public Timing atLeast(Duration time) {
    return new Timing(longer(warmUp, time), untilSteady, longer(measured, time));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
