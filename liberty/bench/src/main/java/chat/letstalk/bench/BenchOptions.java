package chat.letstalk.bench;

import chat.letstalk.bench.load.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after {@code ./letstalk bench}.
 *
 * @param data the data folder of the stack
 * @param json where the JSON goes, unless to the usual place
 * @param only the sections to run; all if empty
 * @param quick whether a first look is enough
 * @param seconds how long each load is measured, after as long a warm-up
 * @param concurrency how many sends, inserts, calls and round trips are under way at once
 * @param chats how many chats, each of two people, are written in
 * @param fanOutConnections how many connections the fan-out reaches
 * @param idleConnections how many connections do nothing
 * @param messages how many a long chat has
 * @param combinations whether stacks of its own are measured, one for each combination of engines
 * @param with the engines that each of these combinations has; all eight if empty
 */
public record BenchOptions(
    Path data,
    Optional<Path> json,
    List<String> only,
    boolean quick,
    int seconds,
    int concurrency,
    int chats,
    int fanOutConnections,
    int idleConnections,
    int messages,
    boolean combinations,
    List<String> with) {

  static final String USAGE =
      """
      ./letstalk bench [--quick] [--seconds N] [--only SECTION,...] [--json FILE] [--data DIR]
                       [--concurrency N] [--connections N] [--messages N]
      ./letstalk bench --combinations [--with ENGINE,...] [the same]
        --quick          seconds rather than minutes, for a first look
        --seconds N      how long each load is measured, after as long a warm-up (20); sends
                         warm up until they get no quicker, unless --quick
        --only           some of: %s
        --json FILE      where the JSON goes (target/bench/<time>.json)
        --data DIR       the data folder of the running stack (.letstalk)
        --concurrency N  sends, inserts, calls and round trips under way at once (64)
        --connections N  idle connections (5,000)
        --messages N     messages in the long chat (1,000,000)
        --combinations   starts a stack for each of the eight combinations of store, broker and
                         cache, measures some sections (sends, chat-list) on each, and compares
        --with ENGINE,.. only combinations with all of these: --with kafka,memory compares stores
      """;

  private static final Duration MOST_WARM_UP = Duration.ofMinutes(4);

  private static final Set<String> OPTIONS =
      Set.of(
          "--seconds",
          "--only",
          "--json",
          "--data",
          "--concurrency",
          "--connections",
          "--messages",
          "--with");

  static BenchOptions parse(List<String> words, Path defaultData) {
    Deque<String> rest = new ArrayDeque<>(words);
    boolean quick = rest.remove("--quick");
    boolean combinations = rest.remove("--combinations");
    Map<String, String> values = new LinkedHashMap<>();
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (!OPTIONS.contains(option)) {
        throw new BenchException(
            "bench has no option " + option + "; see ./letstalk bench --help.");
      }
      if (rest.isEmpty()) {
        throw new BenchException(option + " needs a value; see ./letstalk bench --help.");
      }
      values.put(option, rest.pop());
    }
    return new BenchOptions(
        Optional.ofNullable(values.get("--data")).map(Path::of).orElse(defaultData),
        Optional.ofNullable(values.get("--json")).map(Path::of),
        list(values, "--only"),
        quick,
        number(values, "--seconds", quick ? 4 : 20),
        number(values, "--concurrency", 64),
        quick ? 24 : 100,
        quick ? 400 : 1000,
        number(values, "--connections", quick ? 500 : 5000),
        number(values, "--messages", quick ? 100_000 : 1_000_000),
        combinations,
        list(values, "--with"));
  }

  private static List<String> list(Map<String, String> values, String option) {
    return values.containsKey(option) ? List.of(values.get(option).split(",")) : List.of();
  }

  private static int number(Map<String, String> values, String option, int otherwise) {
    String text = values.getOrDefault(option, String.valueOf(otherwise));
    if (!text.matches("[1-9]\\d{0,6}")) {
      throw new BenchException(option + " must be a number from 1 on, not '" + text + "'.");
    }
    return Integer.parseInt(text);
  }

  /** How long a load runs. */
  public Timing timing() {
    return new Timing(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
  }

  /** For what a JVM that has just started does several times slower than one that is warm. */
  public Timing thoroughTiming() {
    return quick ? timing() : timing().steadyWithin(MOST_WARM_UP);
  }

  /** How long a floor's load runs: it is steadier, and there are several. */
  public Timing floorTiming() {
    return new Timing(Duration.ofMillis(seconds * 300L), Duration.ofMillis(seconds * 500L));
  }

  /** The settings in words by key. */
  Map<String, String> inWords() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("measured", seconds + " s after a warm-up of " + seconds + " s");
    if (!quick) {
      words.put("sends", "after a longer warm-up, until they get no quicker");
    }
    words.put("concurrency", String.valueOf(concurrency));
    words.put("chats", chats + " of two people, who are connected once each");
    words.put("fan-out connections", String.valueOf(fanOutConnections));
    words.put("idle connections", String.valueOf(idleConnections));
    return words;
  }
}
