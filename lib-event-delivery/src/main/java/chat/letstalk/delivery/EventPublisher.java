package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * The way out for events of every channel. One Reactive Messaging channel, {@value #CHANNEL},
 * carries them all; each event names its own topic. Events leave in the order of the calls.
 * Thread-safe. The waiting line has no limit of its own: callers wait for acknowledgements and so
 * bound it.
 */
@ApplicationScoped
public class EventPublisher {

  /** The Reactive Messaging channel behind all outgoing events. */
  public static final String CHANNEL = "events";

  private final Emitter<Object> emitter;
  private final EventBroker broker;

  @Inject
  EventPublisher(
      @Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<Object> emitter,
      EventBroker broker) {
    this.emitter = emitter;
    this.broker = broker;
  }

  /** For the container's proxies. */
  EventPublisher() {
    this(null, null);
  }

  /**
   * Publishes an event.
   *
   * @return completed when the broker has stored it durably; completed exceptionally when it did
   *     not, or may not have
   */
  public CompletionStage<Void> publish(OutgoingEvent event) {
    CompletableFuture<Void> published = new CompletableFuture<>();
    Message<Object> message =
        Message.of(
            broker.payloadOf(event),
            () -> {
              published.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              published.completeExceptionally(broker.translated(failure));
              return CompletableFuture.completedFuture(null);
            });
    try {
      emitter.send(message);
    } catch (IllegalStateException e) { // the channel is not connected yet, or not any more
      published.completeExceptionally(e);
    }
    return published;
  }
}
