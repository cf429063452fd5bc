package chat.letstalk.notification.assembly;

import chat.letstalk.notification.connection.Hub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows in MicroProfile Metrics how many connections there are and how much waits for them. */
@ApplicationScoped
public class HubGauges {

  private static final Metadata CONNECTIONS =
      HubMetrics.described("letstalk_notification_connections", "Open connections");
  private static final Metadata QUEUE_DEPTH =
      HubMetrics.described(
          "letstalk_notification_queue_depth", "Records that wait, over all connections");

  void register(
      @Observes @Initialized(ApplicationScoped.class) Object start,
      MetricRegistry metrics,
      Hub hub) {
    metrics.gauge(CONNECTIONS, hub::authorized, new Tag("state", "authorised"));
    metrics.gauge(
        CONNECTIONS, () -> hub.connections() - hub.authorized(), new Tag("state", "unauthorised"));
    metrics.gauge(QUEUE_DEPTH, hub::queuedRecords);
  }
}
