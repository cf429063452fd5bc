package chat.letstalk.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * How long the last {@code ./letstalk up} took; kept beside the process ids for {@code bench}.
 *
 * @param took from the start of the launcher until everything served
 * @param first whether what the servers stand on was made on the way, which later starts need not
 *     do
 */
public record StartUp(Duration took, boolean first) {

  void write(Path data) {
    Properties lines = new Properties();
    lines.setProperty("millis", String.valueOf(took.toMillis()));
    lines.setProperty("first", String.valueOf(first));
    try (Writer writer = Files.newBufferedWriter(file(data))) {
      lines.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Optional<StartUp> read(Path data) {
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file(data))) {
      lines.load(reader);
      Duration took = Duration.ofMillis(Long.parseLong(lines.getProperty("millis")));
      return Optional.of(new StartUp(took, Boolean.parseBoolean(lines.getProperty("first"))));
    } catch (IOException | NumberFormatException unknown) {
      return Optional.empty();
    }
  }

  static boolean isFirst(Path data) {
    return !Files.isDirectory(data.resolve("liberty"));
  }

  private static Path file(Path data) {
    return data.resolve("run/start-up.properties");
  }
}
