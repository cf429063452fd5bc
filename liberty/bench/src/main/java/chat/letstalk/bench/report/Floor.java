package chat.letstalk.bench.report;

/**
 * What the bare parts below reach on the same machine in the same run; in the unit of the figure
 * beside which it stands.
 *
 * @param name what was measured
 * @param value what it reached
 */
public record Floor(String name, double value) {

  /** A figure as a multiple of this: the number that can be compared between machines. */
  public double ratioOf(double figure) {
    return figure / value;
  }
}
