package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
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

  private final MetricRegistry metrics;

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
    metrics
        .counter(
            EVENTS,
            new Tag("channel", channel),
            new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT)))
        .inc();
  }
}
