package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Which process a part is: its id and, in the second line, the instant of its start. Ids are used
 * again by the system; both together are not, so nobody else's process is ever ended.
 */
record PidFile(Path file) {

  private static final Duration GRACE = Duration.ofSeconds(30);

  static PidFile of(Path data, String part) {
    return new PidFile(folder(data).resolve(part + ".pid"));
  }

  /** All that a stack with this data folder has left, running or not. */
  static List<PidFile> all(Path data) {
    if (!Files.isDirectory(folder(data))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder(data))) {
      return files.filter(f -> f.toString().endsWith(".pid")).sorted().map(PidFile::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path data) {
    return data.resolve("run");
  }

  String part() {
    return file.getFileName().toString().replace(".pid", "");
  }

  void write(ProcessHandle process) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(draft, process.pid() + "\n" + started(process) + "\n");
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process that wrote this file, if it still runs. */
  Optional<ProcessHandle> process() {
    try {
      List<String> lines = Files.readAllLines(file);
      return ProcessHandle.of(Long.parseLong(lines.get(0)))
          .filter(ProcessHandle::isAlive)
          .filter(process -> started(process).equals(lines.get(1)));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException gone) {
      return Optional.empty();
    }
  }

  /** Ends the process, if it still runs, and forgets it. */
  void end() {
    process()
        .ifPresent(
            process -> {
              process.destroy();
              if (!endsInTime(process)) {
                process.destroyForcibly();
                endsInTime(process);
              }
            });
    remove();
  }

  private static boolean endsInTime(ProcessHandle process) {
    try {
      process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("unknown");
  }
}
