package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.load.ClosedLoop;
import chat.letstalk.bench.load.LatencyReport;
import chat.letstalk.bench.load.OpenLoop;
import chat.letstalk.bench.load.Throughput;
import chat.letstalk.bench.process.CpuTimes;
import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * How many messages a second can be sent, stored and pushed to both members; and at half of that,
 * how long it takes from the moment at which one is due until the last push of it has arrived.
 */
public final class Sends implements Section {

  /** The figure that says how many. */
  public static final String MOST = "persisted and pushed live";

  /** Before the percentile, in the names of figures. */
  public static final String LATENCY = "send to push, ";

  /** The floor that a send cannot be under. */
  public static final String IN_A_ROW = BareParts.IN_A_ROW;

  private static final double AIM_PER_SECOND = 2000;
  private static final double AIM_P99_MILLIS = 100;

  @Override
  public String name() {
    return "sends";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    var chats = bench.people().chats(bench.options().chats());
    try (LiveMessages messages = LiveMessages.in(bench, chats, 1);
        BareParts bare = BareParts.of(bench)) {
      bench.progress().accept("sending as fast as possible");
      Figure most = most(bench, messages);
      bench.progress().accept("the bare parts as fast as possible");
      figures.accept(bare.besides(most));
      double half = most.value() / 2;
      bench.progress().accept("sending at half of that, %.0f a second".formatted(half));
      LatencyReport sends = new OpenLoop(messages, half).run(bench.options().timing());
      bench.progress().accept("the bare parts in a row at the same rate");
      latencies(half, sends, bare.latency(half), figures);
      figures.accept(lost(messages));
    }
  }

  private Figure most(Bench bench, LiveMessages messages) {
    var processes = bench.stack().processes();
    AtomicReference<CpuTimes> cpu = new AtomicReference<>();
    Throughput sends =
        new ClosedLoop(messages, bench.options().concurrency())
            .run(
                bench.options().thoroughTiming(),
                () -> cpu.set(CpuTimes.of(processes)),
                () -> cpu.set(CpuTimes.of(processes).since(cpu.get())));
    return figure(MOST, sends.perSecond(), "/s")
        .aimingAt(Aim.atLeast(AIM_PER_SECOND))
        .noting("processor time of one", cpu.get().per(sends.count()))
        .noting("failed", String.valueOf(sends.failed()));
  }

  private void latencies(
      double rate, LatencyReport sends, LatencyReport bare, Consumer<Figure> figures) {
    figures.accept(latency("p50", sends.p50(), bare.p50()));
    figures.accept(latency("p95", sends.p95(), bare.p95()));
    figures.accept(latency("p99", sends.p99(), bare.p99()).aimingAt(Aim.atMost(AIM_P99_MILLIS)));
    figures.accept(
        latency("max", sends.max(), bare.max())
            .noting("measured", "%d sends at %.0f a second".formatted(sends.count(), rate))
            .noting("failed", String.valueOf(sends.failed())));
  }

  private Figure latency(String which, Duration sends, Duration bare) {
    return figure(LATENCY + which, millis(sends), "ms")
        .over(BareParts.IN_A_ROW + ", " + which, millis(bare));
  }

  private Figure lost(LiveMessages messages) {
    return figure("pushes lost", messages.missing(), "")
        .aimingAt(Aim.atMost(0))
        .noting("arrived", String.valueOf(messages.delivered()))
        .noting("repeated", String.valueOf(messages.repeated()))
        .noting("connections broken", String.valueOf(messages.broken()));
  }

  private Figure figure(String what, double value, String unit) {
    return Figure.of(name(), what, value, unit);
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }
}
