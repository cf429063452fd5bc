package chat.letstalk.bench.load;

import java.time.Duration;

/**
 * How long operations took.
 *
 * @param count how many were timed
 * @param p50 half of them took no longer
 * @param p95 95 of 100 took no longer
 * @param p99 99 of 100 took no longer
 * @param max the longest took this long
 * @param failed operations that failed
 * @param unfinished operations that had not ended long after the load had
 */
public record LatencyReport(
    long count,
    Duration p50,
    Duration p95,
    Duration p99,
    Duration max,
    int failed,
    int unfinished) {}
