package chat.letstalk.bench.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A report to show. */
final class Reports {

  private Reports() {}

  static Report example() {
    return new Report(
        Instant.parse("2026-11-23T10:00:00Z"),
        Map.of("cores", "2"),
        Map.of("concurrency", "64"),
        List.of(
            Figure.of("sends", "persisted and pushed live", 2500, "/s")
                .aimingAt(Aim.atLeast(2000))
                .over("bare durable insert", 10_000)
                .over("bare REST call", 12_500)
                .noting("failed", "0"),
            Figure.of("sends", "send to push, p99", 120.5, "ms").aimingAt(Aim.atMost(100)),
            Figure.of("fan-out", "pushes lost", 0, "").aimingAt(Aim.atMost(0))),
        List.of("idle: the process is gone"));
  }
}
