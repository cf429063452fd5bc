package chat.letstalk.chatapi.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** The relay in MicroProfile Metrics. */
@ApplicationScoped
class MetricsRelayMeter implements RelayMeter {

  private final AtomicBoolean leading = new AtomicBoolean();
  private final AtomicLong waiting = new AtomicLong();
  private final MetricRegistry metrics;

  @Inject
  MetricsRelayMeter(MetricRegistry metrics) {
    this.metrics = metrics;
    metrics.gauge(
        metadata("letstalk_outbox_leading", "1 where this replica publishes the outbox"),
        () -> leading.get() ? 1 : 0);
    metrics.gauge(
        metadata("letstalk_outbox_waiting", "Events that wait in the outbox"), waiting::get);
  }

  /** For the container's proxies. */
  MetricsRelayMeter() {
    this.metrics = null;
  }

  @Override
  public void leading(boolean now) {
    leading.set(now);
  }

  @Override
  public void waiting(long events) {
    waiting.set(events);
  }

  @Override
  public void published(int events) {
    count("letstalk_outbox_published", "Events published from the outbox", events);
  }

  @Override
  public void failed() {
    count("letstalk_outbox_failures", "Attempts to publish the outbox that failed", 1);
  }

  @Override
  public void buried() {
    count("letstalk_outbox_buried", "Events that could never be published", 1);
  }

  private void count(String name, String description, int by) {
    metrics.counter(metadata(name, description)).inc(by);
  }

  private static Metadata metadata(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
