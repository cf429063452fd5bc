package chat.letstalk.bench.combination;

import chat.letstalk.bench.report.Floor;
import chat.letstalk.bench.report.Numbers;
import chat.letstalk.bench.section.ChatList;
import chat.letstalk.bench.section.Sends;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row for each combination; a dash where nothing was measured. */
public record CombinationTable(List<Measured> measured) {

  private static final String ROW = "%-26s %9s %7s %8s %8s %9s %8s %8s %10s %10s %10s\n";

  /** All of it. */
  public String text() {
    String heads =
        ROW.formatted(
                "",
                "sends",
                ": floor",
                "p50",
                "p99",
                "lists",
                "p50",
                "p99",
                "in a row",
                "insert",
                "trip")
            + ROW.formatted(
                "store + broker + cache", "/s", "", "ms", "ms", "/s", "ms", "ms", "/s", "/s", "/s");
    return "\n" + heads + rows();
  }

  /** Without the heads of its columns. */
  String rows() {
    return measured.stream().map(CombinationTable::row).collect(Collectors.joining());
  }

  private static String row(Measured one) {
    OptionalDouble sends = one.value(Sends.MOST);
    Stream<OptionalDouble> numbers =
        Stream.of(
            sends,
            ratio(sends, one.inARow()),
            one.value(Sends.LATENCY + "p50"),
            one.value(Sends.LATENCY + "p99"),
            one.value(ChatList.MOST),
            one.value(ChatList.UNDER_LOAD + "p50"),
            one.value(ChatList.UNDER_LOAD + "p99"),
            valueOf(one.inARow()),
            valueOf(one.insert()),
            valueOf(one.roundTrip()));
    return ROW.formatted(
        Stream.concat(
                Stream.of(one.combination().toString()), numbers.map(CombinationTable::inWords))
            .toArray());
  }

  private static OptionalDouble ratio(OptionalDouble value, Optional<Floor> floor) {
    return value.isPresent() && floor.isPresent()
        ? OptionalDouble.of(floor.get().ratioOf(value.getAsDouble()))
        : OptionalDouble.empty();
  }

  private static OptionalDouble valueOf(Optional<Floor> floor) {
    return floor.map(Floor::value).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }

  private static String inWords(OptionalDouble number) {
    return number.isPresent() ? Numbers.of(number.getAsDouble()) : "-";
  }
}
