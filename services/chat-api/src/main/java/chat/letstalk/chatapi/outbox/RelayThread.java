package chat.letstalk.chatapi.outbox;

import chat.letstalk.delivery.EventPublisher;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs the relay from the moment there is an outbox as long as the application runs. */
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

  synchronized void start(@Observes OutboxReady ready) {
    thread = threads.newThread(relay);
    thread.setName("outbox-relay");
    thread.start();
  }

  synchronized void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object ending)
      throws InterruptedException {
    relay.stop();
    if (thread != null) {
      thread.join(STOP_MILLIS);
    }
  }

  /** The relay itself, to be woken by whoever has stored something with events. */
  @Produces
  OutboxRelay relay() {
    return relay;
  }
}
