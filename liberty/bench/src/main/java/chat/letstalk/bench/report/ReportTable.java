package chat.letstalk.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report as a table of text: each figure, beside it its floors and its ratio to them. */
public record ReportTable(Report report) {

  private static final String ROW = "%-46s %12s %-5s  %-44s %12s %7s";

  /** All of it. */
  public String text() {
    return words() + figures();
  }

  /** What it ran on, and how. */
  public String words() {
    List<String> lines = new ArrayList<>();
    addWords(lines, "machine", report.machine());
    addWords(lines, "settings", report.settings());
    return text(lines);
  }

  /** What it found. */
  public String figures() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(ROW.formatted("figure", "value", "", "floor in the same run", "value", "ratio"));
    report.figures().forEach(figure -> addFigure(lines, figure));
    report.failures().forEach(failure -> lines.add("NOT MEASURED  " + failure));
    return text(lines);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines.stream().map(String::stripTrailing).toList()) + "\n";
  }

  private static void addWords(List<String> lines, String title, Map<String, String> words) {
    lines.add("");
    words.forEach((key, text) -> lines.add("%-9s %-22s %s".formatted(title, key, text)));
  }

  private static void addFigure(List<String> lines, Figure figure) {
    List<Floor> floors = figure.floors();
    for (int i = 0; i < Math.max(1, floors.size()); i++) {
      lines.add(row(i == 0 ? figure : null, i < floors.size() ? floors.get(i) : null, figure));
    }
    figure.aim().ifPresent(aim -> lines.add("    " + aimText(figure, aim)));
    figure.notes().forEach((key, text) -> lines.add("    " + key + ": " + text));
  }

  private static String row(Figure first, Floor floor, Figure figure) {
    return ROW.formatted(
        first == null ? "" : first.section() + ": " + first.name(),
        first == null ? "" : Numbers.of(first.value()),
        first == null ? "" : first.unit(),
        floor == null ? "" : floor.name(),
        floor == null ? "" : Numbers.of(floor.value()),
        floor == null ? "" : Numbers.of(floor.ratioOf(figure.value())));
  }

  private static String aimText(Figure figure, Aim aim) {
    return "aim: %s %s, %s"
        .formatted(
            aim.atLeast() ? "at least" : "at most",
            (Numbers.of(aim.bound()) + " " + figure.unit()).strip(),
            aim.isReachedBy(figure.value()) ? "reached" : "missed");
  }
}
