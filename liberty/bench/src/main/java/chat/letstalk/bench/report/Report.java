package chat.letstalk.bench.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one run of the bench found.
 *
 * @param startedAt when it began
 * @param machine what it ran on, in words by key
 * @param settings how it was run, in words by key
 * @param figures in the order in which they were measured
 * @param failures what could not be measured, and why
 */
public record Report(
    Instant startedAt,
    Map<String, String> machine,
    Map<String, String> settings,
    List<Figure> figures,
    List<String> failures) {

  /** Of a run in which nothing could be measured. */
  public static Report failed(String reason) {
    return new Report(Instant.now(), Map.of(), Map.of(), List.of(), List.of(reason));
  }
}
