package chat.letstalk.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What delivery needs of the container and of the configuration. */
@ApplicationScoped
class DeliveryProducers {

  @Resource private ManagedScheduledExecutorService executor;
  @Resource private ContextService contexts;
  private ApplicationThreads threads;

  /** With the application, not with the first event, whose thread may be the broker's. */
  void startWith(@Observes @Initialized(ApplicationScoped.class) Object application) {}

  @PostConstruct
  void takeContext() {
    threads = new ApplicationThreads(executor, contexts.currentContextExecutor());
  }

  @Produces
  ApplicationThreads threads() {
    return threads;
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
