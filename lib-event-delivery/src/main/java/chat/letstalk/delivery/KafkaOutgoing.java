package chat.letstalk.delivery;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.eclipse.microprofile.reactive.streams.operators.SubscriberBuilder;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Gives events to one producer after the other: a next one when one has ended. An event that comes
 * while there is none is refused; who publishes it tries again.
 */
final class KafkaOutgoing implements Subscriber<Message<?>> {

  private final Reconnection<SubscriberBuilder<Message<?>, Void>> producers;
  private volatile Subscriber<? super Message<?>> producer;

  KafkaOutgoing(Reconnection<SubscriberBuilder<Message<?>, Void>> producers) {
    this.producers = producers;
  }

  @Override
  public void onSubscribe(Subscription events) {
    connect();
    events.request(Long.MAX_VALUE);
  }

  private void connect() {
    producers
        .open()
        .thenCompose(next -> ReactiveStreams.<Message<?>>fromPublisher(events()).to(next).run())
        .whenComplete(
            (stopped, failure) -> {
              if (failure != null) {
                producer = null;
                producers.broken(failure);
                connect();
              }
            });
  }

  /** A producer takes events as they come, so what it asks for is not counted. */
  private Publisher<Message<?>> events() {
    return next -> {
      next.onSubscribe(
          new Subscription() {
            @Override
            public void request(long events) {
              producer = next;
            }

            @Override
            public void cancel() {
              producer = null;
            }
          });
    };
  }

  @Override
  public void onNext(Message<?> event) {
    Subscriber<? super Message<?>> now = producer;
    if (now == null) {
      event.nack(new IllegalStateException("No producer is connected to Kafka"));
    } else {
      now.onNext(event);
    }
  }

  @Override
  public void onError(Throwable failure) {
    // Only the application ends what it publishes.
  }

  @Override
  public void onComplete() {
    // As in onError.
  }
}
