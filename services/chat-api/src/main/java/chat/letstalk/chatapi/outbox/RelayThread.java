package chat.letstalk.chatapi.outbox;

import chat.letstalk.delivery.EventPublisher;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the relay as long as the application runs. */
@ApplicationScoped
public class RelayThread {

  /** How long the application's end waits for the last batch. */
  private static final long STOP_MILLIS = 5_000;

  private final OutboxRelay relay;

  @Resource private ManagedThreadFactory threads;
  private Thread thread;

  @Inject
  RelayThread(
      Outbox outbox,
      LeaseStore leases,
      EventPublisher publisher,
      RelayMeter meter,
      @ConfigProperty(name = "letstalk.replica.id") String replica) {
    this.relay = new OutboxRelay(outbox, leases, publisher, meter, replica);
  }

  /** For the container's proxies. */
  RelayThread() {
    this.relay = null;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
    thread = threads.newThread(relay);
    thread.setName("outbox-relay");
    thread.start();
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ending)
      throws InterruptedException {
    relay.stop();
    thread.join(STOP_MILLIS);
  }

  /** The relay itself, to be woken by whoever has stored something with events. */
  @Produces
  OutboxRelay relay() {
    return relay;
  }
}
