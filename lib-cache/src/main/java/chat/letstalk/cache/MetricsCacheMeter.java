package chat.letstalk.cache;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Counts in MicroProfile Metrics. The counters of a cache are made with it: on threads that belong
 * to no application the container cannot tell whose they are.
 */
@Dependent
class MetricsCacheMeter implements CacheMeter {

  private static final Metadata READS =
      described("letstalk_cache_reads", "Values asked for by cache and outcome");
  private static final Metadata FAILURES =
      described("letstalk_cache_failures", "What was done without a cache because it failed");
  private static final Metadata REDIS = described("letstalk_redis_up", "1 while Redis answers");

  private final MetricRegistry metrics;

  @Inject
  MetricsCacheMeter(MetricRegistry metrics) {
    this.metrics = metrics;
  }

  @Override
  public Counters of(String cache) {
    Tag name = new Tag("cache", cache);
    Map<Outcome, Counter> reads = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      Tag tag = new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT));
      reads.put(outcome, metrics.counter(READS, name, tag));
    }
    Counter failures = metrics.counter(FAILURES, name);
    return new Counters() {
      @Override
      public void answered(Outcome outcome) {
        reads.get(outcome).inc();
      }

      @Override
      public void failed() {
        failures.inc();
      }
    };
  }

  @Override
  public void redis(BooleanSupplier isUp) {
    metrics.gauge(REDIS, isUp, up -> up.getAsBoolean() ? 1 : 0);
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
