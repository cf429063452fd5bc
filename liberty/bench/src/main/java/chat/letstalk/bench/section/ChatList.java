package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.floor.BareCalls;
import chat.letstalk.bench.load.ClosedLoop;
import chat.letstalk.bench.load.LatencyReport;
import chat.letstalk.bench.load.OpenLoop;
import chat.letstalk.bench.load.Throughput;
import chat.letstalk.bench.load.Timing;
import chat.letstalk.bench.process.CpuTimes;
import chat.letstalk.bench.report.Figure;
import chat.letstalk.stack.Choice;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * How many lists of chats a second can be read; and how long one takes at a fixed rate while
 * messages are sent in the same chats. Both rates are the same on every stack, so that stacks can
 * be compared.
 */
public final class ChatList implements Section {

  /** How many lists a second the figure with this name says. */
  public static final String MOST = "lists as fast as possible";

  /** Before the percentile, in the names of figures. */
  public static final String UNDER_LOAD = "a list while messages are sent, ";

  /** Near what a stack can that has to read each one from the store. */
  private static final double LISTS_PER_SECOND = 300;

  private static final double SENDS_PER_SECOND = 20;

  /** A percentile of a few hundred lists is chance. */
  private static final Duration SHORTEST = Duration.ofSeconds(15);

  @Override
  public String name() {
    return "chat-list";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    ChatLists lists = ChatLists.in(bench);
    bench.progress().accept("reading lists of chats as fast as possible");
    figures.accept(most(bench, lists));
    bench
        .progress()
        .accept(
            "reading %.0f lists a second while %.0f messages are sent"
                .formatted(LISTS_PER_SECOND, SENDS_PER_SECOND));
    Timing timing = bench.options().timing().atLeast(SHORTEST);
    CompletableFuture<LatencyReport> sending = new CompletableFuture<>();
    Thread sender = new Thread(() -> send(lists, timing, sending), "bench-sender");
    sender.setDaemon(true);
    sender.start();
    LatencyReport read = new OpenLoop(lists, LISTS_PER_SECOND).run(timing);
    LatencyReport sent = sending.join();
    LatencyReport bare =
        new OpenLoop(new BareCalls(bench.rest()), LISTS_PER_SECOND)
            .run(bench.options().floorTiming());
    figures.accept(latency("p50", read.p50(), bare.p50()));
    figures.accept(latency("p95", read.p95(), bare.p95()));
    figures.accept(
        latency("p99", read.p99(), bare.p99())
            .noting(
                "measured", "%d lists at %.0f a second".formatted(read.count(), LISTS_PER_SECOND))
            .noting("failed", read.failed() + ", unfinished " + read.unfinished())
            .noting(
                "sent meanwhile",
                "%d at %.0f a second, failed %d"
                    .formatted(sent.count(), SENDS_PER_SECOND, sent.failed())));
  }

  /** Hands over how it went, or why it did not. */
  private static void send(
      ChatLists lists, Timing timing, CompletableFuture<LatencyReport> sending) {
    try {
      sending.complete(new OpenLoop(lists.sends(), SENDS_PER_SECOND).run(timing));
    } catch (RuntimeException e) {
      sending.completeExceptionally(e);
    }
  }

  private Figure most(Bench bench, ChatLists lists) {
    int concurrency = bench.options().concurrency();
    var processes = bench.stack().processes();
    AtomicReference<CpuTimes> cpu = new AtomicReference<>();
    Throughput read =
        new ClosedLoop(lists, concurrency)
            .run(
                bench.options().timing(),
                () -> cpu.set(CpuTimes.of(processes)),
                () -> cpu.set(CpuTimes.of(processes).since(cpu.get())));
    Throughput bare =
        new ClosedLoop(new BareCalls(bench.rest()), concurrency).run(bench.options().floorTiming());
    return Figure.of(name(), MOST, read.perSecond(), "/s")
        .over(BareCalls.NAME, bare.perSecond())
        .noting("lists", lists.inWords())
        .noting("cache", bench.stack().chosen(Choice.CACHE))
        .noting("processor time of one", cpu.get().per(read.count()))
        .noting("failed", String.valueOf(read.failed()));
  }

  private Figure latency(String which, Duration read, Duration bare) {
    return Figure.of(name(), UNDER_LOAD + which, millis(read), "ms")
        .over(BareCalls.NAME + ", " + which, millis(bare));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
