package chat.letstalk.bench.section;

import chat.letstalk.bench.child.JobReport;
import chat.letstalk.bench.child.LeastHeap;
import chat.letstalk.bench.child.PreviewJobs;
import chat.letstalk.bench.floor.Sharp;
import chat.letstalk.bench.load.Timing;
import chat.letstalk.bench.report.Aim;
import chat.letstalk.bench.report.Figure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The figures of previews of one picture.
 *
 * @param format of the picture, in words
 * @param sharp what it is compared with, if it is there
 * @param timing how long each load runs
 */
record OnePreview(String format, Optional<Sharp> sharp, Timing timing, Consumer<String> progress) {

  private static final double AIM_TIMES_SHARP = 1.5;
  private static final int AIM_HEAP_MEGABYTES = 150;
  private static final double MEGABYTE = 1e6;
  private static final double MEBIBYTE = 1 << 20;

  /** As much as is aimed at, as a JVM's option says it. */
  private static final int HEAP = (int) (AIM_HEAP_MEGABYTES * MEGABYTE / MEBIBYTE);

  void measure(String section, Path picture, Consumer<Figure> figures) {
    JobReport one = ours(picture, 1);
    Optional<JobReport> oneOfSharp = sharps(picture, 1);
    figures.accept(
        time(Figure.of(section, named("time of one"), one.medianMillis(), "ms"), one, oneOfSharp));
    JobReport two = ours(picture, 2);
    Optional<JobReport> twoOfSharp = sharps(picture, 2);
    figures.accept(
        over(
            Figure.of(section, named("two at a time"), two.perSecond(), "/s"),
            twoOfSharp.map(JobReport::perSecond)));
    progress.accept(format + ": the least heap");
    figures.accept(
        Figure.of(
                section,
                named("least heap for one"),
                LeastHeap.mebibytes(picture) * MEBIBYTE / MEGABYTE,
                "MB")
            .aimingAt(Aim.atMost(AIM_HEAP_MEGABYTES)));
    if (one.peakResident() > 0) {
      figures.accept(
          over(
                  Figure.of(
                      section, named("process at its peak"), one.peakResident() / MEGABYTE, "MB"),
                  oneOfSharp.map(report -> report.peakResident() / MEGABYTE))
              .noting("largest heap", AIM_HEAP_MEGABYTES + " MB"));
    }
  }

  private String named(String what) {
    return format + " of 12 megapixels, " + what;
  }

  /** Within the heap that is aimed at: with less the collector would take its time. */
  private JobReport ours(Path picture, int threads) {
    progress.accept("%s: %d at a time".formatted(format, threads));
    return PreviewJobs.of(picture, HEAP * threads, threads, timing).report(timing);
  }

  private Optional<JobReport> sharps(Path picture, int threads) {
    return sharp.map(
        there -> {
          progress.accept("%s: %d at a time by sharp".formatted(format, threads));
          return there.previews(picture, threads, timing);
        });
  }

  private static Figure time(Figure figure, JobReport ours, Optional<JobReport> sharps) {
    Figure compared = over(figure, sharps.map(JobReport::medianMillis));
    String cpu = "ours %.0f ms".formatted(ours.cpuMillis());
    return sharps
        .map(
            report ->
                compared
                    .aimingAt(Aim.atMost(AIM_TIMES_SHARP * report.medianMillis()))
                    .noting(
                        "processor time of one",
                        cpu + String.format(Locale.ROOT, ", sharp %.0f ms", report.cpuMillis())))
        .orElseGet(() -> compared.noting("processor time of one", cpu));
  }

  private static Figure over(Figure figure, Optional<Double> ofSharp) {
    return ofSharp
        .map(value -> figure.over(Sharp.NAME, value))
        .orElseGet(() -> figure.noting(Sharp.NAME, "is not there: it needs Node and npm"));
  }
}
