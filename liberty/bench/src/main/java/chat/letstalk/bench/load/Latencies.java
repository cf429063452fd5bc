package chat.letstalk.bench.load;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Collects how long operations took: microseconds, three digits, any length. Thread-safe. */
public final class Latencies {

  private final Histogram micros = new ConcurrentHistogram(3);

  /** Adds one. */
  public void add(long nanos) {
    micros.recordValue(Math.max(0, nanos / 1000));
  }

  /** What has been collected; to be called when nothing is added any more. */
  public LatencyReport report(int failed, int unfinished) {
    return new LatencyReport(
        micros.getTotalCount(),
        at(50),
        at(95),
        at(99),
        micros(micros.getMaxValue()),
        failed,
        unfinished);
  }

  private Duration at(double percentile) {
    return micros(micros.getValueAtPercentile(percentile));
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }
}
