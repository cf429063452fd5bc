package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.PermanentFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Takes events from Reactive Messaging and hands each to the lane of its channel. A message is
 * acknowledged when AWS has stored its event, and not before.
 */
final class EventWriter implements Subscriber<Message<?>> {

  private static final Logger LOG = Logger.getLogger(EventWriter.class.getName());

  /** The most events that are taken before AWS has stored some. */
  private static final int MOST = 1024;

  private final Function<String, ChannelLane> newLane;
  private final Duration publishWithin;
  private final Map<String, ChannelLane> lanes = new ConcurrentHashMap<>();
  private volatile Subscription subscription;

  EventWriter(Function<String, ChannelLane> newLane, Duration publishWithin) {
    this.newLane = newLane;
    this.publishWithin = publishWithin;
  }

  /** Connects a channel before its first event, and its dead letters where it is read. */
  void expect(String channel) {
    lane(channel).connect();
  }

  private ChannelLane lane(String channel) {
    return lanes.computeIfAbsent(channel, newLane);
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    subscription.request(MOST);
  }

  @Override
  public void onNext(Message<?> message) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    var unused =
        taken
            .handle((stored, failure) -> settle(message, failure))
            .thenCompose(told -> told)
            .whenComplete((told, failure) -> next(failure));
    try {
      OutgoingEvent event = (OutgoingEvent) message.getPayload();
      long deadline = System.nanoTime() + publishWithin.toNanos();
      lane(event.channel()).add(new Pending(EncodedEvent.of(event), deadline, 0, taken));
    } catch (ClassCastException e) {
      taken.completeExceptionally(
          new PermanentFailure(
              "letstalk-aws publishes an OutgoingEvent and nothing else; send it by EventPublisher",
              e));
    } catch (RuntimeException e) {
      taken.completeExceptionally(e);
    }
  }

  private static CompletionStage<Void> settle(Message<?> message, Throwable failure) {
    return failure == null ? message.ack() : message.nack(failure);
  }

  private void next(Throwable failure) {
    if (failure != null) {
      LOG.log(Level.WARNING, failure, () -> "The publisher of an event could not be told of it");
    }
    subscription.request(1);
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(Level.SEVERE, failure, () -> "The channel of outgoing events has ended");
  }

  @Override
  public void onComplete() {
    LOG.log(Level.FINE, () -> "The channel of outgoing events has ended");
  }

  void close() {
    Subscription current = subscription;
    if (current != null) {
      current.cancel();
    }
    lanes.values().forEach(ChannelLane::close);
  }
}
