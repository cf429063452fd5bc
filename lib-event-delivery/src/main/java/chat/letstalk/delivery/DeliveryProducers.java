package chat.letstalk.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What delivery needs of the container and of the configuration. */
@ApplicationScoped
class DeliveryProducers {

  @Resource private ManagedScheduledExecutorService executor;

  @Produces
  @DeliveryThreads
  ScheduledExecutorService executor() {
    return executor;
  }

  @Produces
  @ApplicationScoped
  EventBroker broker(
      @ConfigProperty(name = ChannelsConfigSource.OUTGOING_CONNECTOR) String connector) {
    return EventBrokers.ofThisApplication().withConnector(connector);
  }

  @Produces
  DeliveryLimits limits(
      @ConfigProperty(name = "letstalk.delivery.attempts") int attempts,
      @ConfigProperty(name = "letstalk.delivery.deadline") Duration deadline,
      @ConfigProperty(name = "letstalk.delivery.backoff.first") Duration first,
      @ConfigProperty(name = "letstalk.delivery.backoff.longest") Duration longest) {
    return new DeliveryLimits(attempts, deadline, new Backoff(first, longest));
  }
}
