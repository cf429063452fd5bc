package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts in MicroProfile Metrics: letstalk_events_total by channel and outcome. */
@ApplicationScoped
class MetricsDeliveryMeter implements DeliveryMeter {

  private static final Metadata EVENTS =
      Metadata.builder()
          .withName("letstalk_events")
          .withDescription("Attempts at events by channel and outcome")
          .build();

  private record Series(String channel, Outcome outcome) {}

  private final MetricRegistry metrics;

  /** Kept, because the registry compares a name with all that it has whenever it is asked. */
  private final Map<Series, Counter> counters = new ConcurrentHashMap<>();

  @Inject
  MetricsDeliveryMeter(MetricRegistry metrics) {
    this.metrics = metrics;
  }

  /** For the container's proxies. */
  MetricsDeliveryMeter() {
    this(null);
  }

  @Override
  public void count(String channel, Outcome outcome) {
    counters.computeIfAbsent(new Series(channel, outcome), this::counter).inc();
  }

  private Counter counter(Series series) {
    return metrics.counter(
        EVENTS,
        new Tag("channel", series.channel()),
        new Tag("outcome", series.outcome().name().toLowerCase(Locale.ROOT)));
  }
}
