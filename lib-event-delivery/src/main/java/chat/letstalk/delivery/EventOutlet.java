package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The way out for what a handler has made of an event: published in the trace of that event, and
 * certain when the call returns. Whoever has an outbox uses {@link EventPublisher} itself.
 * Thread-safe.
 */
@ApplicationScoped
public class EventOutlet {

  /** The broker may be away; the event that led here is repeated after that. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Function<OutgoingEvent, CompletionStage<Void>> publish;
  private final Duration patience;

  @Inject
  EventOutlet(EventPublisher publisher) {
    this(publisher::publish, PATIENCE);
  }

  EventOutlet(Function<OutgoingEvent, CompletionStage<Void>> publish, Duration patience) {
    this.publish = publish;
    this.patience = patience;
  }

  /** For the container's proxies. */
  EventOutlet() {
    this(null, null);
  }

  /**
   * Publishes an event; returns when the broker has stored it, after 30 seconds at most.
   *
   * @param channel one of {@link chat.letstalk.contracts.channel.Channels}
   * @param key events of a channel with the same key keep their order
   * @param event a record of the contracts
   * @throws PermanentFailure when the broker will never take it
   * @throws IllegalStateException when the broker has not stored it, or may not have
   */
  public void put(String channel, String key, Object event) {
    OutgoingEvent outgoing =
        new OutgoingEvent(channel, key, EventJson.write(event), TraceHeaders.ofCurrent());
    try {
      publish
          .apply(outgoing)
          .toCompletableFuture()
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      throw failure(channel, e.getCause());
    }
  }

  private RuntimeException failure(String channel, Throwable cause) {
    if (cause instanceof PermanentFailure forGood) {
      return forGood;
    }
    String what =
        cause instanceof TimeoutException
            ? "The broker has not stored an event of %s within %s: is it there?"
                .formatted(channel, patience)
            : "The broker has not stored an event of %s".formatted(channel);
    return new IllegalStateException(what, cause);
  }
}
