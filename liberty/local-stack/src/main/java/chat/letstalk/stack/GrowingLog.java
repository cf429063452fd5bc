package chat.letstalk.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A log that somebody else writes, read line by line as it grows. Not thread-safe. */
final class GrowingLog {

  private final Path file;
  private long read;

  /**
   * @param from the place in bytes where reading begins
   */
  GrowingLog(Path file, long from) {
    this.file = file;
    this.read = from;
  }

  /** The whole lines that have come since the last call. */
  List<String> newLines() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(read);
      byte[] grown = new byte[(int) Math.max(0, log.length() - read)];
      log.readFully(grown);
      int end = grown.length;
      while (end > 0 && grown[end - 1] != '\n') {
        end--;
      }
      read += end;
      return new String(grown, 0, end, UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
