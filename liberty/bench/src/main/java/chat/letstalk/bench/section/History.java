package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.history.LongChat;
import chat.letstalk.bench.load.Batch;
import chat.letstalk.bench.load.Latencies;
import chat.letstalk.bench.load.RestCall;
import chat.letstalk.bench.people.Chat;
import chat.letstalk.bench.people.Person;
import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What an old page of a very long chat costs beside a new one: page 1,000 and page 1 in turn, one
 * at a time.
 */
public final class History implements Section {

  /** The figure that this section is about. */
  public static final String RATIO = "page 1,000 : page 1";

  private static final int OLD = 1_000;
  private static final int NEW = 1;
  private static final int PAGE_SIZE = 20;

  /** So that page 1,000 is a whole one. */
  private static final int FEWEST_MESSAGES = (OLD + 1) * PAGE_SIZE;

  private static final int WARM_UP = 200;
  private static final int ENOUGH = 500;
  private static final int FEWEST_MEASURED = 11;
  private static final double AIM = 1.5;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    int messages = bench.options().messages();
    if (messages < FEWEST_MESSAGES) {
      throw new BenchException(
          "page 1,000 needs %,d messages: --messages is too small".formatted(FEWEST_MESSAGES));
    }
    Chat chat = bench.people().chats(1).get(0);
    Duration took = fill(bench, chat, messages);
    requireTexts(bench, chat, NEW, messages);
    requireTexts(bench, chat, OLD, messages);
    bench.progress().accept("reading page 1 and page 1,000 in turn");
    Duration most = bench.options().timing().measured();
    inTurn(bench, chat, 1, WARM_UP, most, new Latencies(), new Latencies());
    Latencies ofNew = new Latencies();
    Latencies ofOld = new Latencies();
    int measured = inTurn(bench, chat, FEWEST_MEASURED, ENOUGH, most.multipliedBy(2), ofNew, ofOld);
    figures.accept(
        figure(bench, ofNew, ofOld, measured).noting("filled in", took.toSeconds() + " s"));
  }

  private static Duration fill(Bench bench, Chat chat, int messages) {
    bench.progress().accept("a chat of %,d messages is put into the store".formatted(messages));
    long from = System.nanoTime();
    String body =
        Json.createObjectBuilder().add("chatId", chat.id()).add("text", text(1)).build().toString();
    Batch.of(
        "Sending",
        1,
        1,
        n -> bench.rest().send(RestCall.post(reader(chat).token(), "/api/Message", body)));
    int tenth = Math.max(1, messages / 10);
    AtomicInteger told = new AtomicInteger();
    LongChat.in(bench.stack())
        .fill(
            chat.id(),
            messages,
            History::text,
            place -> {
              if (place / tenth > told.getAndSet(place / tenth)) {
                bench.progress().accept("  %,d".formatted(place));
              }
            });
    return Duration.ofNanos(System.nanoTime() - from);
  }

  private static Person reader(Chat chat) {
    return chat.members().get(0);
  }

  private static String text(long place) {
    return place + LiveMessages.WORDS;
  }

  /** What was put in is what members see, or nothing is measured. */
  private static void requireTexts(Bench bench, Chat chat, int page, int messages) {
    int last = messages - page * PAGE_SIZE;
    List<String> wanted =
        IntStream.rangeClosed(last - PAGE_SIZE + 1, last).mapToObj(History::text).toList();
    try (var json = Json.createReader(new StringReader(read(bench, chat, page)))) {
      JsonArray seen = json.readArray();
      if (!IntStream.range(0, seen.size())
          .mapToObj(n -> seen.getJsonObject(n).getString("text"))
          .toList()
          .equals(wanted)) {
        throw new BenchException(
            "page %d does not show what was put into the store".formatted(page));
      }
    }
  }

  private static String read(Bench bench, Chat chat, int page) {
    RestCall call =
        RestCall.get(reader(chat).token(), "/api/Message/" + chat.id() + "?page=" + page);
    return Batch.of("Reading page " + page, 1, 1, n -> bench.rest().send(call)).get(0);
  }

  /** Ends early when time is up, but not before there is something to compare. */
  private static int inTurn(
      Bench bench,
      Chat chat,
      int fewest,
      int pairs,
      Duration most,
      Latencies ofNew,
      Latencies ofOld) {
    long end = System.nanoTime() + most.toNanos();
    int done = 0;
    while (done < pairs && (done < fewest || System.nanoTime() < end)) {
      ofNew.add(timed(bench, chat, NEW));
      ofOld.add(timed(bench, chat, OLD));
      done++;
    }
    return done;
  }

  private static long timed(Bench bench, Chat chat, int page) {
    long from = System.nanoTime();
    read(bench, chat, page);
    return System.nanoTime() - from;
  }

  private Figure figure(Bench bench, Latencies ofNew, Latencies ofOld, int measured) {
    double newest = millis(ofNew);
    double old = millis(ofOld);
    return Figure.of(name(), RATIO, old / newest, "")
        .aimingAt(Aim.atMost(AIM))
        .noting("page 1, median", "%.2f ms".formatted(newest))
        .noting("page 1,000, median", "%.2f ms".formatted(old))
        .noting("messages", "%,d".formatted(bench.options().messages()))
        .noting("measured", measured + " times each, in turn");
  }

  private static double millis(Latencies latencies) {
    return latencies.report(0, 0).p50().toNanos() / 1e6;
  }
}
