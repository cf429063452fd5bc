package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.child.BareGets;
import chat.letstalk.bench.child.JobReport;
import chat.letstalk.bench.child.LinkJobs;
import chat.letstalk.bench.floor.LocalPage;
import chat.letstalk.bench.load.Timing;
import chat.letstalk.bench.report.Figure;
import java.util.function.Consumer;

/**
 * How many link previews of a page of this machine there are in a second. The running stack refuses
 * such pages, as it should: the product's own core is measured, in a JVM of its own. Its floor is
 * the JDK's client, which reads the same page from the same server over connections that it keeps.
 */
public final class LinkSpeed implements Section {

  /** As many as the product looks at at a time. */
  private static final int AT_ONCE = 16;

  @Override
  public String name() {
    return "links";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    Timing timing = bench.options().floorTiming();
    try (LocalPage page = LocalPage.open()) {
      bench.progress().accept("link previews of a local page, %d at a time".formatted(AT_ONCE));
      JobReport previews = LinkJobs.of(page.url(), AT_ONCE, timing).report(timing);
      bench.progress().accept("bare GETs of the same page");
      JobReport gets = BareGets.of(page.url(), AT_ONCE, timing).report(timing);
      figures.accept(
          Figure.of(name(), "previews of a local page", previews.perSecond(), "/s")
              .over("bare GET by the JDK's client", gets.perSecond())
              .noting(
                  "processor time of one",
                  "preview %.2f ms, GET %.2f ms".formatted(previews.cpuMillis(), gets.cpuMillis()))
              .noting("page", page.bytes() + " bytes"));
      figures.accept(
          Figure.of(name(), "time of a preview, p50", previews.medianMillis(), "ms")
              .over("bare GET by the JDK's client, p50", gets.medianMillis())
              .noting("at a time", String.valueOf(AT_ONCE)));
    }
  }
}
