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
}
