package chat.letstalk.notification.assembly;

import chat.letstalk.notification.connection.HubMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts in MicroProfile Metrics what happens on the hub. */
@ApplicationScoped
public class HubMetrics implements HubMeter {

  private static final Metadata REFUSED =
      described("letstalk_notification_refused", "Clients sent away or refused, by reason");

  private final MetricRegistry metrics;
  private final Counter pushes;
  private final Counter slow;
  private final Timer commitToPush;

  @Inject
  HubMetrics(MetricRegistry metrics) {
    this.metrics = metrics;
    pushes =
        metrics.counter(
            described("letstalk_notification_pushes", "Events handed to connections' writers"));
    slow =
        metrics.counter(
            described("letstalk_notification_slow_consumers_cut", "Clients cut for slowness"));
    commitToPush =
        metrics.timer(
            described(
                "letstalk_notification_commit_to_push", "From an event's commit to its push"));
  }

  /** For the container's proxies. */
  HubMetrics() {
    metrics = null;
    pushes = null;
    slow = null;
    commitToPush = null;
  }

  static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }

  @Override
  public void pushed(int connections, long millisSinceCommit) {
    pushes.inc(connections);
    commitToPush.update(Duration.ofMillis(millisSinceCommit));
  }

  @Override
  public void cutOff() {
    slow.inc();
  }

  @Override
  public void refused(String reason) {
    metrics.counter(REFUSED, new Tag("reason", reason)).inc();
  }
}
