package chat.letstalk.bench;

import chat.letstalk.bench.combination.CombinationTable;
import chat.letstalk.bench.combination.Combinations;
import chat.letstalk.bench.combination.CombinationsJson;
import chat.letstalk.bench.combination.Comparison;
import chat.letstalk.bench.combination.Measured;
import chat.letstalk.bench.load.Wire;
import chat.letstalk.bench.process.Machine;
import chat.letstalk.bench.report.Report;
import chat.letstalk.bench.report.ReportJson;
import chat.letstalk.bench.report.ReportTable;
import chat.letstalk.bench.section.ChatList;
import chat.letstalk.bench.section.FanOut;
import chat.letstalk.bench.section.History;
import chat.letstalk.bench.section.IdleConnections;
import chat.letstalk.bench.section.LinkSpeed;
import chat.letstalk.bench.section.PictureTransfers;
import chat.letstalk.bench.section.PreviewSpeed;
import chat.letstalk.bench.section.Sends;
import chat.letstalk.bench.section.StartUpTime;
import chat.letstalk.stack.Checkout;
import chat.letstalk.stack.RunningStack;
import chat.letstalk.stack.StackException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./letstalk bench}: speed and memory of the running stack. */
public final class Main {

  /**
   * The order matters: memory before there is garbage of other sections, and last what leaves much
   * in the store.
   */
  private static final List<Section> SECTIONS =
      List.of(
          new StartUpTime(),
          new IdleConnections(),
          new Sends(),
          new ChatList(),
          new FanOut(),
          new PictureTransfers(),
          new PreviewSpeed(),
          new LinkSpeed(),
          new History());

  /** What combinations are compared by unless {@code --only} says otherwise. */
  private static final List<String> COMPARED_UNASKED = List.of("sends", "chat-list");

  /** These clients tell their whole configuration, in the midst of what people want to read. */
  private static final List<Logger> TALKATIVE =
      Stream.of("org.apache.kafka", "org.mongodb.driver").map(Logger::getLogger).toList();

  private Main() {}

  /** Its end is the exit code: 0, or 1 when something could not be measured. */
  public static void main(String[] words) {
    int status = 1;
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    try {
      if (List.of(words).contains("--help")) {
        System.out.print(BenchOptions.USAGE.formatted(names()));
        status = 0;
      } else {
        status = run(BenchOptions.parse(List.of(words), RunningStack.defaultData()));
      }
    } catch (BenchException | StackException e) {
      System.err.println(e.getMessage());
    } catch (IOException e) {
      System.err.println("The JSON file cannot be written: " + e.getMessage());
    }
    System.exit(status);
  }

  private static int run(BenchOptions options) throws IOException {
    return options.combinations() ? compare(options) : measure(options);
  }

  private static int measure(BenchOptions options) throws IOException {
    RunningStack stack = RunningStack.of(options.data());
    Report report;
    try (Wire wire = new Wire()) {
      Bench bench = Bench.of(stack, options, wire, Main::say);
      report = new Run(bench, chosen(options.only())).report();
    }
    System.out.print(new ReportTable(report).text());
    return end(report, new ReportJson(report).toJson(), options);
  }

  private static int compare(BenchOptions options) throws IOException {
    Instant startedAt = Instant.now();
    List<Section> sections = chosen(options.only().isEmpty() ? COMPARED_UNASKED : options.only());
    List<Measured> measured =
        new Combinations(options, sections, benchFolder().resolve("stacks"), Main::say)
            .measure(Combinations.with(options.with()));
    Report report =
        new Comparison(measured).report(startedAt, Machine.inWords(), options.inWords());
    ReportTable table = new ReportTable(report);
    System.out.print(table.words() + new CombinationTable(measured).text() + table.figures());
    return end(report, new CombinationsJson(report, measured).toJson(), options);
  }

  private static int end(Report report, JsonObject json, BenchOptions options) throws IOException {
    Path file = options.json().orElseGet(() -> usualFile(report));
    ReportJson.write(json, file);
    System.out.println("\nAs JSON: " + file);
    return report.failures().isEmpty() ? 0 : 1;
  }

  private static List<Section> chosen(List<String> only) {
    for (String name : only) {
      if (SECTIONS.stream().noneMatch(section -> section.name().equals(name))) {
        throw new BenchException("bench has no section " + name + ", but: " + names() + ".");
      }
    }
    return SECTIONS.stream()
        .filter(section -> only.isEmpty() || only.contains(section.name()))
        .toList();
  }

  private static String names() {
    return SECTIONS.stream().map(Section::name).collect(Collectors.joining(", "));
  }

  private static Path usualFile(Report report) {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC)
            .format(report.startedAt());
    return benchFolder().resolve(time + ".json");
  }

  private static Path benchFolder() {
    return Checkout.find().folder().resolve("target/bench");
  }

  private static void say(String step) {
    System.err.println("  " + step);
  }
}
