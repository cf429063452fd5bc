package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.ChannelHealth;
import chat.letstalk.delivery.OutgoingEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A replica of a service as Reactive Messaging runs it: the connector as it is, a consumer that is
 * given the next event when it is done with the last, and an emitter.
 */
final class Service implements AutoCloseable {

  final ChannelHealth health = new ChannelHealth();
  private final Config config;
  private final AwsConnector connector;
  private Subscriber<Object> outgoing;

  /** A service all of whose channels keep their order. */
  Service(Map<String, String> settings) {
    this(settings, true);
  }

  Service(Map<String, String> settings, boolean ordered) {
    config = TestAws.config(settings);
    connector = new AwsConnector(config, health, channel -> ordered);
  }

  /** Reads a queue of a channel, one event after the other. */
  Service reads(
      String channel, String queue, Function<Message<String>, CompletionStage<Void>> consume) {
    return reads(channel, queue, false, consume);
  }

  Service readsAsReplica(
      String channel, String replica, Function<Message<String>, CompletionStage<Void>> consume) {
    return reads(channel, channel + "-" + replica, true, consume);
  }

  private Service reads(
      String channel,
      String queue,
      boolean ofReplica,
      Function<Message<String>, CompletionStage<Void>> consume) {
    Config attributes =
        TestAws.config(
            Map.of("channel", channel, "queue", queue, "of-replica", String.valueOf(ofReplica)));
    Publisher<? extends Message<?>> events = connector.getPublisherBuilder(attributes).buildRs();
    events.subscribe(new Consumer(consume));
    return this;
  }

  /** Waits until everything is connected. */
  Service ready() {
    TestAws.await().until(health::isUp);
    return this;
  }

  @SuppressWarnings("unchecked")
  CompletableFuture<Void> publish(OutgoingEvent event) {
    if (outgoing == null) {
      outgoing =
          (Subscriber<Object>) (Subscriber<?>) connector.getSubscriberBuilder(config).build();
      outgoing.onSubscribe(new Unbounded());
    }
    CompletableFuture<Void> published = new CompletableFuture<>();
    outgoing.onNext(
        Message.of(
            event,
            () -> {
              published.complete(null);
              return CompletableFuture.completedFuture(null);
            },
            failure -> {
              published.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            }));
    return published;
  }

  void publishAll(String channel, String key, String... bodies) {
    for (String body : bodies) {
      publish(new OutgoingEvent(channel, key, body, Map.of()))
          .orTimeout(60, TimeUnit.SECONDS)
          .join();
    }
  }

  @Override
  public void close() {
    connector.close();
  }

  private static final class Unbounded implements Subscription {
    @Override
    public void request(long n) {
      // Whoever sends here waits for each event.
    }

    @Override
    public void cancel() {
      // Nothing more will be sent.
    }
  }

  private record Consumer(
      Function<Message<String>, CompletionStage<Void>> consume, Subscription[] upstream)
      implements Subscriber<Message<?>> {

    Consumer(Function<Message<String>, CompletionStage<Void>> consume) {
      this(consume, new Subscription[1]);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      upstream[0] = subscription;
      subscription.request(1);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void onNext(Message<?> message) {
      var unused =
          consume
              .apply((Message<String>) message)
              .whenComplete((done, failure) -> upstream[0].request(1));
    }

    @Override
    public void onError(Throwable failure) {
      throw new AssertionError("A channel never ends", failure);
    }

    @Override
    public void onComplete() {
      throw new AssertionError("A channel never ends");
    }
  }
}
