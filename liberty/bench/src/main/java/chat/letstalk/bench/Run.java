package chat.letstalk.bench;

import chat.letstalk.bench.process.Machine;
import chat.letstalk.bench.process.Versions;
import chat.letstalk.bench.report.Figure;
import chat.letstalk.bench.report.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sections one after another; one that fails does not cost the others. */
public record Run(Bench bench, List<Section> sections) {

  /** Measures everything. */
  public Report report() {
    Instant startedAt = Instant.now();
    Map<String, String> machine = Machine.inWords();
    List<Figure> figures = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Section section : sections) {
      try {
        section.measure(bench, figures::add);
      } catch (RuntimeException e) {
        failures.add(section.name() + ": " + e.getMessage());
      }
    }
    return new Report(startedAt, machine, settings(), figures, failures);
  }

  private Map<String, String> settings() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("stack", bench.stack().separate() ? "one server per service" : "all in one server");
    words.putAll(Versions.of(bench.stack()));
    words.putAll(bench.options().inWords());
    return words;
  }
}
