package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.floor.BareFiles;
import chat.letstalk.bench.load.Batch;
import chat.letstalk.bench.load.ClosedLoop;
import chat.letstalk.bench.load.FileCalls;
import chat.letstalk.bench.load.Operation;
import chat.letstalk.bench.load.Stopwatch;
import chat.letstalk.bench.people.Person;
import chat.letstalk.bench.report.Figure;
import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The figures of pictures of one size: there, back, and the same bytes as bare files. */
final class OneSize {

  /** As many as an account may have under way; the service takes twice as many of all together. */
  private static final int AT_ONCE = 4;

  private static final double MEGABYTE = 1e6;

  /** How much there was in a second, and how long each took. */
  private record Speed(double megabytesPerSecond, double medianMillis) {}

  private record Upload(Person owner, UploadImageResponse answer) {}

  private final Bench bench;
  private final FileCalls calls;
  private final List<Person> people;
  private final String size;
  private final byte[] picture;
  private final int uploads;
  private final List<Upload> uploaded = new ArrayList<>();

  /**
   * @param people who upload in turn
   * @param size in words
   * @param uploads how many are measured, after a quarter as many
   */
  OneSize(Bench bench, List<Person> people, String size, byte[] picture, int uploads) {
    this.bench = bench;
    this.calls = new FileCalls(bench.stack().filesUrl());
    this.people = people;
    this.size = size;
    this.picture = picture;
    this.uploads = uploads;
  }

  void measure(String section, Consumer<Figure> figures) {
    try (BareFiles bare = BareFiles.on(bench.options().data(), picture, AT_ONCE)) {
      bench.progress().accept("%d uploads of %s, %d at a time".formatted(uploads, size, AT_ONCE));
      Speed up = uploading();
      report(section, "upload", up, "bare write and fsync", load(bare.writes()), figures);
      bench.progress().accept("downloads of %s, %d at a time".formatted(size, AT_ONCE));
      Speed down = load(downloads());
      report(section, "download", down, "bare read", load(bare.reads()), figures);
    }
  }

  private Speed uploading() {
    upload(uploads / 4, new Stopwatch());
    Stopwatch stopwatch = new Stopwatch();
    stopwatch.begin();
    long from = System.nanoTime();
    upload(uploads, stopwatch);
    double seconds = (System.nanoTime() - from) / 1e9;
    return speed(uploads / seconds, stopwatch);
  }

  private void upload(int count, Stopwatch stopwatch) {
    uploaded.addAll(
        Batch.of(
            "Uploading",
            count,
            AT_ONCE,
            i -> {
              Person owner = people.get(i % people.size());
              return stopwatch
                  .time(() -> calls.upload(owner, picture))
                  .thenApply(answer -> new Upload(owner, answer));
            }));
  }

  /** Each by its owner, in turn. */
  private Operation downloads() {
    AtomicInteger turn = new AtomicInteger();
    return () -> {
      Upload next = uploaded.get(Math.floorMod(turn.getAndIncrement(), uploaded.size()));
      CompletableFuture<DownloadImageResponse> answer = calls.download(next.owner(), next.answer());
      return answer.thenAccept(this::requireWhole);
    };
  }

  private void requireWhole(DownloadImageResponse answer) {
    if (answer.getContent().size() != picture.length) {
      throw new IllegalStateException(
          "Of %d bytes %d came back.".formatted(picture.length, answer.getContent().size()));
    }
  }

  private Speed load(Operation operation) {
    Stopwatch stopwatch = new Stopwatch();
    Operation timed = () -> stopwatch.time(() -> operation.start().thenAccept(done -> {}));
    var throughput =
        new ClosedLoop(timed, AT_ONCE)
            .run(bench.options().floorTiming(), stopwatch::begin, stopwatch::end);
    return speed(throughput.perSecond(), stopwatch);
  }

  private Speed speed(double perSecond, Stopwatch stopwatch) {
    return new Speed(
        perSecond * picture.length / MEGABYTE, stopwatch.latencies().p50().toNanos() / 1e6);
  }

  private void report(
      String section, String way, Speed speed, String floor, Speed bare, Consumer<Figure> figures) {
    figures.accept(
        Figure.of(section, "%s of %s".formatted(way, size), speed.megabytesPerSecond(), "MB/s")
            .over(floor, bare.megabytesPerSecond())
            .noting("picture", "JPEG of %,d bytes".formatted(picture.length)));
    figures.accept(
        Figure.of(section, "%s of %s, p50".formatted(way, size), speed.medianMillis(), "ms")
            .over(floor + ", p50", bare.medianMillis())
            .noting("at a time", String.valueOf(AT_ONCE)));
  }
}
