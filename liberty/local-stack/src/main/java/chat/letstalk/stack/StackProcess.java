package chat.letstalk.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A child process of the stack. It logs to {@code logs/<part>.log} and is known by {@code
 * run/<part>.pid}, so that whoever comes later can end it. A signal to the terminal's process group
 * (Ctrl-C) does not reach it: the stack ends its parts itself, in order.
 */
public final class StackProcess implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(30);
  private static final int TAIL = 15;
  private static final int LONGEST_TAIL = 16 * 1024;
  private static final long LONG_LOG = 20_000_000;

  private final String part;
  private final Path log;
  private final PidFile pidFile;
  private final Process process;
  private final long logged;

  private StackProcess(String part, Path log, long logged, PidFile pidFile, Process process) {
    this.part = part;
    this.log = log;
    this.logged = logged;
    this.pidFile = pidFile;
    this.process = process;
  }

  static StackProcess start(
      String part, Path data, Map<String, String> environment, List<String> command) {
    return start(part, data, environment, command, Path.of("/dev/null"));
  }

  static StackProcess start(
      String part, Path data, Map<String, String> environment, List<String> command, Path input) {
    Path log = data.resolve("logs").resolve(part + ".log");
    PidFile pidFile = PidFile.of(data, part);
    try {
      Files.createDirectories(log.getParent());
      if (Files.exists(log) && Files.size(log) > LONG_LOG) {
        Files.move(log, log.resolveSibling(part + ".log.old"), StandardCopyOption.REPLACE_EXISTING);
      }
      long logged = Files.exists(log) ? Files.size(log) : 0;
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.concat(
                          Stream.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", part),
                          command.stream())
                      .toList())
              .directory(data.toFile())
              .redirectErrorStream(true)
              .redirectInput(Redirect.from(input.toFile()))
              .redirectOutput(Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process process = builder.start();
      pidFile.write(process.toHandle());
      StackProcess started = new StackProcess(part, log, logged, pidFile, process);
      RunningParts.add(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the part serves; a part that ends or takes too long is an error with its log. */
  StackProcess awaitReady(Readiness readiness, Duration deadline) {
    Instant end = Instant.now().plus(deadline);
    while (!readiness.isReady()) {
      if (!process.isAlive()) {
        throw new StackException(part + " ended while starting. The end of " + tail());
      }
      if (Instant.now().isAfter(end)) {
        close();
        throw new StackException(
            part + " was not ready after " + deadline.toSeconds() + " s. The end of " + tail());
      }
      waitFor(Duration.ofMillis(50));
    }
    return this;
  }

  /** Ends it, as it will never serve. */
  void giveUp(String why) {
    close();
    throw new StackException("%s. All of it is in %s.".formatted(why, log));
  }

  /** Waits for a process that does one thing and ends. */
  void awaitSuccess(Duration deadline) {
    if (!waitFor(deadline)) {
      close();
      throw new StackException(
          part + " was not done after " + deadline.toSeconds() + " s. The end of " + tail());
    }
    forget();
    if (process.exitValue() != 0) {
      throw new StackException(part + " failed. The end of " + tail());
    }
  }

  String part() {
    return part;
  }

  /** The process id of the server itself. */
  public long pid() {
    return process.pid();
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Ends it as a power cut would (SIGKILL). */
  public void kill() {
    process.destroyForcibly();
    waitFor(GRACE);
    forget();
  }

  /** What it logs, from its start on. */
  GrowingLog log() {
    return new GrowingLog(log, logged);
  }

  void askToEnd() {
    process.destroy();
  }

  /** Asks it to end, and ends it when it does not listen. */
  @Override
  public void close() {
    askToEnd();
    if (!waitFor(GRACE)) {
      process.destroyForcibly();
      waitFor(GRACE);
    }
    forget();
  }

  private void forget() {
    RunningParts.remove(this);
    if (!process.isAlive()) {
      pidFile.remove();
    }
  }

  private boolean waitFor(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while waiting for " + part + ".", e);
    }
  }

  private String tail() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - LONGEST_TAIL));
      byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.ISO_8859_1).lines().toList();
      return log
          + ":\n"
          + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return log + " is not readable: " + e.getMessage();
    }
  }
}
