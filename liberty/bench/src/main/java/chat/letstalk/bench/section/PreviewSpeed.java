package chat.letstalk.bench.section;

import chat.letstalk.bench.Bench;
import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.Section;
import chat.letstalk.bench.floor.Sharp;
import chat.letstalk.bench.load.Timing;
import chat.letstalk.bench.picture.Photo;
import chat.letstalk.bench.report.Figure;
import chat.letstalk.stack.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How long a preview of a large picture takes, how many there are in a second, and what one needs
 * in memory: the product's own core in a JVM of its own, beside sharp with the same file.
 */
public final class PreviewSpeed implements Section {

  /** Less says more about a compiler that has not come to it yet than about us. */
  private static final Duration SHORTEST = Duration.ofSeconds(6);

  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;

  @Override
  public String name() {
    return "previews";
  }

  @Override
  public void measure(Bench bench, Consumer<Figure> figures) {
    Path folder = Checkout.find().folder().resolve("target/bench");
    Timing timing = bench.options().floorTiming().atLeast(SHORTEST);
    bench.progress().accept("sharp comes from npm, unless it is there");
    Optional<Sharp> sharp = sharp(folder.resolve("sharp"), bench.progress());
    measure(
        new OnePreview("JPEG", sharp, timing, bench.progress()),
        folder.resolve("photo.jpg"),
        () -> Photo.jpeg(WIDTH, HEIGHT),
        figures);
    measure(
        new OnePreview("WebP", sharp, timing, bench.progress()),
        folder.resolve("photo.webp"),
        () -> Photo.webp(WIDTH, HEIGHT),
        figures);
  }

  private static Optional<Sharp> sharp(Path folder, Consumer<String> progress) {
    try {
      return Optional.of(Sharp.in(folder));
    } catch (BenchException e) {
      progress.accept("without sharp: " + e.getMessage());
      return Optional.empty();
    }
  }

  private void measure(
      OnePreview preview, Path file, Supplier<byte[]> picture, Consumer<Figure> figures) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, picture.get());
      preview.measure(name(), file, figures);
    } catch (IOException e) {
      throw new BenchException("The picture cannot be written: " + e.getMessage(), e);
    }
  }
}
