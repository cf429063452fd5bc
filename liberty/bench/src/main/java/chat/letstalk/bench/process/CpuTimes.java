package chat.letstalk.bench.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of the processor each process has had so far.
 *
 * @param byPart by the name of the part; the bench itself is one of them
 */
public record CpuTimes(Map<String, Duration> byPart) {

  /** As of now. */
  public static CpuTimes of(Map<String, ProcessHandle> processes) {
    Map<String, Duration> times = new TreeMap<>();
    processes.forEach((part, process) -> times.put(part, time(process)));
    times.put("bench", time(ProcessHandle.current()));
    return new CpuTimes(times);
  }

  private static Duration time(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What each has had since then. */
  public CpuTimes since(CpuTimes before) {
    Map<String, Duration> times = new LinkedHashMap<>();
    byPart.forEach(
        (part, time) ->
            times.put(part, time.minus(before.byPart().getOrDefault(part, Duration.ZERO))));
    return new CpuTimes(times);
  }

  /** What one operation has cost each, in microseconds. */
  public String per(long operations) {
    return byPart.entrySet().stream()
        .filter(entry -> !entry.getValue().isZero())
        .map(
            entry ->
                "%s %d us"
                    .formatted(
                        entry.getKey(),
                        entry.getValue().toNanos() / 1000 / Math.max(1, operations)))
        .collect(Collectors.joining(", "));
  }
}
