package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.floor.BareLiberty;
import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import chat.letstalk.stack.StartUp;
import java.time.Duration;
import java.util.function.Consumer;

/** How long the running stack took to start, as its launcher wrote it down. */
public final class StartUpTime implements Section {

  private static final double AIM_SECONDS = 30;

  @Override
  public String name() {
    return "start-up";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    StartUp startUp =
        bench
            .stack()
            .startUp()
            .orElseThrow(
                () -> new BenchException("the launcher has not written it down; start it again"));
    bench.progress().accept("starting a bare Open Liberty, twice");
    figures.accept(
        withAim(
            bench,
            startUp,
            Figure.of(name(), "until everything serves", seconds(startUp.took()), "s")
                .over("bare Liberty, same features", seconds(BareLiberty.startUp(bench.stack())))
                .noting("first start of this data folder", startUp.first() ? "yes" : "no")));
  }

  private static Figure withAim(Bench bench, StartUp startUp, Figure figure) {
    boolean aimed = !startUp.first() && !bench.stack().separate();
    return aimed ? figure.aimingAt(Aim.atMost(AIM_SECONDS)) : figure;
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
