package chat.letstalk.authentication.code;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How often each of many may do something: a token bucket each, in bounded memory. Thread-safe.
 *
 * @param <K> who
 */
final class Allowance<K> {

  /** Some 30 MiB; beyond it, those least seen go first. */
  private static final int MOST_BUCKETS = 100_000;

  /**
   * So much, spread over a time; all of it at once after as long a rest.
   *
   * @param times at least 1
   * @param per positive
   */
  record Limit(long times, Duration per) {}

  private final LoadingCache<K, Bucket> buckets;

  Allowance(Clock clock, List<Limit> limits) {
    TimeMeter time = meterOf(clock);
    Duration longest = limits.stream().map(Limit::per).max(Duration::compareTo).orElseThrow();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(longest) // by then a bucket is full again
            .build(key -> bucket(time, limits));
  }

  private static Bucket bucket(TimeMeter time, List<Limit> limits) {
    var builder = Bucket.builder().withCustomTimePrecision(time);
    for (Limit limit : limits) {
      builder.addLimit(
          bandwidth -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.per()));
    }
    return builder.build();
  }

  private static TimeMeter meterOf(Clock clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  /**
   * Takes one.
   *
   * @return how long to wait when there is none; empty when it was taken
   */
  Optional<Duration> take(K who) {
    var taken = buckets.get(who).tryConsumeAndReturnRemaining(1);
    return taken.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
  }

  /** How long to wait until there is one to take; empty when there is. */
  Optional<Duration> mustWait(K who) {
    var estimate = buckets.get(who).estimateAbilityToConsume(1);
    return estimate.canBeConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(estimate.getNanosToWaitForRefill()));
  }

  /** Gives one back that was taken for nothing. */
  void giveBack(K who) {
    buckets.get(who).addTokens(1);
  }
}
