package chat.letstalk.bench.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.Timing;
import chat.letstalk.stack.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is measured in a process of its own, so that its memory is its own and nothing of
 * the bench warms it up.
 *
 * @param what in words, for errors
 * @param command the program and its arguments
 * @param environment what it has beside ours
 * @param folder where it works
 */
public record ChildProgram(
    String what, List<String> command, Map<String, String> environment, Path folder) {

  /** What starting, one job and the rest at the end may take beside the measured time. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /**
   * A program of ours: a main method whose last arguments are those of its load.
   *
   * @param options of its JVM
   */
  static ChildProgram java(
      Class<?> program,
      List<String> options,
      Map<String, String> environment,
      String argument,
      int threads,
      Timing timing) {
    List<String> command = new ArrayList<>(List.of(Jvm.java()));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.add(argument);
    command.addAll(JobLoop.words(threads, timing));
    return new ChildProgram(program.getSimpleName(), command, environment, Path.of(""));
  }

  /**
   * Runs a program to its end.
   *
   * @return what it has found
   * @throws BenchException when it fails, takes far longer than its load, or says nothing
   */
  public JobReport report(Timing timing) {
    return JobReport.in(run(timing.warmUp().plus(timing.measured()).plus(PATIENCE)));
  }

  /**
   * Runs a program to its end.
   *
   * @return the lines of its output
   * @throws BenchException when it cannot be started, fails or takes longer than that
   */
  public List<String> run(Duration within) {
    try {
      Path output = Files.createTempFile("letstalk-bench-", ".txt");
      try {
        return run(within, output);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new BenchException(what + " cannot be started: " + e.getMessage(), e);
    }
  }

  private List<String> run(Duration within, Path output) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new BenchException(what + " has not ended in " + within.toSeconds() + " s.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output, UTF_8);
    if (process.exitValue() != 0) {
      throw new BenchException(
          "%s failed with %d: %s"
              .formatted(
                  what, process.exitValue(), String.join(" / ", lines.stream().limit(4).toList())));
    }
    return lines;
  }
}
