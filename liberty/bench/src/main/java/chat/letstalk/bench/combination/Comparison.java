package chat.letstalk.bench.combination;

import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import chat.letstalk.bench.report.Report;
import chat.letstalk.bench.section.ChatList;
import chat.letstalk.bench.section.History;
import chat.letstalk.bench.section.Sends;
import chat.letstalk.stack.Combination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What the combinations say about each other. Of two that are compared only the engine in question
 * differs.
 */
public record Comparison(List<Measured> measured) {

  /** Before its figures. */
  public static final String NAME = "combinations";

  private static final double MONGODB_TO_MYSQL = 0.8;
  private static final double REDIS_TO_MEMORY = 1;

  /** A report of it, with what could not be measured. */
  public Report report(
      Instant startedAt, Map<String, String> machine, Map<String, String> settings) {
    List<Figure> figures = new ArrayList<>();
    figures.addAll(stores());
    figures.addAll(caches());
    figures.addAll(emulators());
    figures.addAll(pages());
    return new Report(startedAt, machine, settings, figures, failures());
  }

  private List<Figure> stores() {
    return compared(
        "sends, mongodb : mysql, ",
        Sends.MOST,
        Aim.atLeast(MONGODB_TO_MYSQL),
        one -> new Combination("mongodb", one.broker(), one.cache()),
        one -> one.store().equals("mysql"),
        one -> one.broker() + " + " + one.cache());
  }

  private List<Figure> caches() {
    return compared(
        "p99 of a list, redis : memory, ",
        ChatList.UNDER_LOAD + "p99",
        Aim.atMost(REDIS_TO_MEMORY),
        one -> new Combination(one.store(), one.broker(), "redis"),
        one -> one.cache().equals("memory"),
        one -> one.store() + " + " + one.broker());
  }

  /** The ratio of a figure in pairs, and the median of the ratios. */
  private List<Figure> compared(
      String name,
      String figure,
      Aim aim,
      UnaryOperator<Combination> other,
      Predicate<Combination> isBase,
      Function<Combination, String> rest) {
    List<Figure> ratios = new ArrayList<>();
    for (Measured base : measured) {
      if (isBase.test(base.combination())) {
        OptionalDouble below = base.value(figure);
        OptionalDouble above = valueOn(other.apply(base.combination()), figure);
        if (above.isPresent() && below.isPresent()) {
          ratios.add(
              Figure.of(
                      NAME,
                      name + rest.apply(base.combination()),
                      above.getAsDouble() / below.getAsDouble(),
                      "")
                  .aimingAt(aim));
        }
      }
    }
    if (!ratios.isEmpty()) {
      ratios.add(Figure.of(NAME, name + "median", median(ratios), "").aimingAt(aim));
    }
    return ratios;
  }

  private OptionalDouble valueOn(Combination combination, String figure) {
    return measured.stream()
        .filter(one -> one.combination().equals(combination))
        .findFirst()
        .map(one -> one.value(figure))
        .orElseGet(OptionalDouble::empty);
  }

  private static double median(List<Figure> figures) {
    double[] sorted = figures.stream().mapToDouble(Figure::value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** What the stand-in for SNS and SQS can do bounds what is sent through it. */
  private List<Figure> emulators() {
    List<Figure> figures = new ArrayList<>();
    for (Measured one : measured) {
      OptionalDouble sends = one.value(Sends.MOST);
      if (one.combination().broker().equals("aws") && sends.isPresent()) {
        Figure figure = Figure.of(NAME, "sends, " + one.combination(), sends.getAsDouble(), "/s");
        figures.add(
            one.roundTrip().map(trip -> figure.over(trip.name(), trip.value())).orElse(figure));
      }
    }
    return figures;
  }

  /** As it was found on each, if the section was asked for. */
  private List<Figure> pages() {
    return measured.stream()
        .flatMap(
            one ->
                one.figure(History.RATIO).stream()
                    .map(found -> found.named(NAME, History.RATIO + ", " + one.combination())))
        .toList();
  }

  private List<String> failures() {
    return measured.stream()
        .flatMap(
            one ->
                one.report().failures().stream().map(reason -> one.combination() + ": " + reason))
        .toList();
  }
}
