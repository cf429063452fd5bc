package chat.letstalk.bench.report;

import java.util.Locale;

/** Numbers as people read them: three digits that matter, thousands apart. */
public final class Numbers {

  private Numbers() {}

  /** A number in words. */
  public static String of(double value) {
    double size = Math.abs(value);
    if (value == Math.rint(value) || size >= 100) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }
}
