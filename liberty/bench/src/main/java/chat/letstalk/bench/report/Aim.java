package chat.letstalk.bench.report;

/**
 * What a figure should be.
 *
 * @param bound in the figure's unit
 * @param atLeast whether it should be this or more; otherwise this or less
 */
public record Aim(double bound, boolean atLeast) {

  /** This or more. */
  public static Aim atLeast(double bound) {
    return new Aim(bound, true);
  }

  /** This or less. */
  public static Aim atMost(double bound) {
    return new Aim(bound, false);
  }

  /** Whether a figure is as it should be. */
  boolean isReachedBy(double value) {
    return atLeast ? value >= bound : value <= bound;
  }
}
