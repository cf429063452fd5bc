package chat.letstalk.bench.combination;

import chat.letstalk.bench.report.Figure;
import chat.letstalk.bench.report.Floor;
import chat.letstalk.bench.report.Report;
import chat.letstalk.bench.section.Sends;
import chat.letstalk.stack.Combination;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What was found on one combination.
 *
 * @param report with the reason among its failures where something could not be measured
 */
public record Measured(Combination combination, Report report) {

  /** A figure's value, if it was measured. */
  OptionalDouble value(String figure) {
    return figure(figure)
        .map(Figure::value)
        .map(OptionalDouble::of)
        .orElseGet(OptionalDouble::empty);
  }

  Optional<Figure> figure(String name) {
    return report.figures().stream().filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** What a bare part of sends reached. */
  Optional<Floor> floor(Predicate<String> name) {
    return figure(Sends.MOST).stream()
        .flatMap(figure -> figure.floors().stream())
        .filter(floor -> name.test(floor.name()))
        .findFirst();
  }

  Optional<Floor> inARow() {
    return floor(Sends.IN_A_ROW::equals);
  }

  Optional<Floor> insert() {
    return floor(name -> name.contains("insert,") && !name.equals(Sends.IN_A_ROW));
  }

  Optional<Floor> roundTrip() {
    return floor(name -> name.contains("round trip") && !name.equals(Sends.IN_A_ROW));
  }
}
