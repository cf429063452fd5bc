package chat.letstalk.bench.child;

import chat.letstalk.bench.load.ClosedLoop;
import chat.letstalk.bench.load.Stopwatch;
import chat.letstalk.bench.load.Throughput;
import chat.letstalk.bench.load.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a child JVM does: the same job on so many threads, and a report of it.
 *
 * @param threads how many jobs are under way at once
 * @param timing how long
 */
record JobLoop(int threads, Timing timing) {

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  /** As {@link #words} says it. */
  static JobLoop of(String threads, String warmUpMillis, String measuredMillis) {
    return new JobLoop(
        Integer.parseInt(threads),
        new Timing(
            Duration.ofMillis(Long.parseLong(warmUpMillis)),
            Duration.ofMillis(Long.parseLong(measuredMillis))));
  }

  /** As the last three arguments of a program. */
  static List<String> words(int threads, Timing timing) {
    return List.of(
        String.valueOf(threads),
        String.valueOf(timing.warmUp().toMillis()),
        String.valueOf(timing.measured().toMillis()));
  }

  /** Does the job once, so that one which fails says why, and then as often as it can. */
  JobReport run(Runnable job) {
    job.run();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Stopwatch stopwatch = new Stopwatch();
      AtomicReference<Duration> cpu = new AtomicReference<>();
      Throughput jobs =
          new ClosedLoop(() -> stopwatch.time(() -> CompletableFuture.runAsync(job, pool)), threads)
              .run(
                  timing,
                  () -> {
                    cpu.set(cpuTime());
                    stopwatch.begin();
                  },
                  () -> {
                    stopwatch.end();
                    cpu.set(cpuTime().minus(cpu.get()));
                  });
      return new JobReport(
          jobs.perSecond(),
          stopwatch.latencies().p50().toNanos() / 1e6,
          cpu.get().toNanos() / 1e6 / Math.max(1, jobs.count()),
          peakResident());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Duration cpuTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long peakResident() {
    try {
      Matcher found = PEAK.matcher(Files.readString(Path.of("/proc/self/status")));
      return found.find() ? Long.parseLong(found.group(1)) * 1024 : -1;
    } catch (IOException e) { // no Linux
      return -1;
    }
  }
}
