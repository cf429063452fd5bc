package chat.letstalk.delivery;

import static chat.letstalk.delivery.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.stack.FreePorts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SubmissionPublisher;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.streams.operators.PublisherBuilder;
import org.eclipse.microprofile.reactive.streams.operators.ReactiveStreams;
import org.eclipse.microprofile.reactive.streams.operators.SubscriberBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;

/**
 * Channels outlive their consumers and producers. Those of Open Liberty need Open Liberty and are
 * tested with it; here are some that end when a test says so. The broker is real.
 */
class KafkaConnectorTest {

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
  private final ApplicationThreads threads = new ApplicationThreads(executor, Runnable::run);
  private final ChannelHealth health = new ChannelHealth();

  private final Queue<PublisherBuilder<Message<String>>> consumers = new ArrayDeque<>();
  private final Queue<SubscriberBuilder<Message<String>, Void>> producers = new ArrayDeque<>();
  private final SubmissionPublisher<Message<String>> events = new SubmissionPublisher<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  private final KafkaConnector connector =
      new KafkaConnector(
          attributes -> consumers.remove(), attributes -> producers.remove(), threads, health);

  @AfterEach
  void stop() {
    events.close();
    executor.shutdownNow();
  }

  private static Config channelOf(String servers) {
    return ChannelAttributes.of(servers, Map.of()).attributes();
  }

  private void reads(String servers) {
    var unused =
        connector
            .getPublisherBuilder(channelOf(servers))
            .forEach(event -> seen.add((String) event.getPayload()))
            .run();
  }

  private static PublisherBuilder<Message<String>> eventsAndThenRefusal(String... events) {
    return ReactiveStreams.concat(
        ReactiveStreams.of(events).map(Message::of),
        ReactiveStreams.failed(new IllegalStateException("the password has changed")));
  }

  private static PublisherBuilder<Message<String>> eventsAndThenSilence(String... events) {
    return ReactiveStreams.concat(
        ReactiveStreams.of(events).map(Message::of),
        ReactiveStreams.fromCompletionStage(new CompletableFuture<>()));
  }

  @Test
  void when_a_consumer_ends_the_next_one_goes_on() {
    consumers.add(eventsAndThenRefusal("1", "2"));
    consumers.add(eventsAndThenRefusal());
    consumers.add(eventsAndThenSilence("3"));
    consumers.add(eventsAndThenSilence("of a consumer too many"));
    reads(TestBroker.bootstrapServers());
    await().until(() -> seen.size() == 3);
    assertThat(seen).containsExactly("1", "2", "3");
    assertThat(consumers).hasSize(1);
    assertThat(health.isUp()).isTrue();
  }

  @Test
  void meanwhile_health_says_what_is_wrong() {
    consumers.add(eventsAndThenRefusal());
    reads(TestBroker.bootstrapServers());
    await().until(() -> health.ends().get("in:events").equals("the password has changed"));
    assertThat(health.isUp()).isFalse();
  }

  @Test
  void what_is_missing_in_the_application_is_said_as_well() {
    KafkaConnector broken =
        new KafkaConnector(
            attributes -> {
              throw new NoClassDefFoundError("KafkaConsumer");
            },
            attributes -> producers.remove(),
            threads,
            health);
    var unused =
        broken
            .getPublisherBuilder(channelOf(TestBroker.bootstrapServers()))
            .forEach(event -> {})
            .run();
    await().until(() -> health.ends().get("in:events").equals("KafkaConsumer"));
  }

  @Test
  void nothing_is_made_for_a_broker_that_is_away_and_the_key_of_its_address_is_named() {
    String nowhere = "127.0.0.1:" + FreePorts.one();
    consumers.add(eventsAndThenSilence("never"));
    reads(nowhere);
    await().until(() -> health.ends().get("in:events").contains(nowhere));
    assertThat(health.ends().get("in:events")).contains("letstalk.kafka.bootstrap-servers");
    assertThat(consumers).hasSize(1);
  }

  @Test
  void an_address_that_cannot_be_is_said_in_the_same_place() {
    reads("nowhere.invalid:9092");
    await().until(() -> health.ends().get("in:events").contains("nowhere.invalid:9092"));
  }

  private SubscriberBuilder<Message<String>, Void> takes(int events) {
    List<String> taken = new ArrayList<>();
    return ReactiveStreams.<Message<String>>builder()
        .forEach(
            event -> {
              if (taken.size() == events) {
                event.nack(new IllegalStateException("fenced"));
                throw new IllegalStateException("fenced");
              }
              taken.add(event.getPayload());
              seen.add(event.getPayload());
              event.ack();
            });
  }

  private CompletableFuture<Void> publishes(String payload) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    events.submit(
        Message.of(
            payload,
            () -> {
              stored.complete(null);
              return stored;
            },
            failure -> {
              stored.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            }));
    return stored;
  }

  private void publishesUntilStored(String payload) {
    await().until(() -> publishes(payload).handle((stored, failure) -> failure == null).join());
  }

  @SuppressWarnings("unchecked")
  private void publishesTo(String servers) {
    var unused =
        ReactiveStreams.fromPublisher(FlowAdapters.toPublisher(events))
            .to(
                (SubscriberBuilder<Message<String>, Void>)
                    connector.getSubscriberBuilder(channelOf(servers)))
            .run();
  }

  @Test
  void when_a_producer_ends_its_event_is_refused_and_the_next_one_takes_it_when_it_comes_again() {
    producers.add(takes(1));
    producers.add(takes(100));
    publishesTo(TestBroker.bootstrapServers());

    publishesUntilStored("1");
    assertThatThrownBy(publishes("2")::join).hasMessageContaining("fenced");
    publishesUntilStored("2");
    assertThat(seen).containsExactly("1", "2");
  }

  @Test
  void without_a_producer_an_event_is_refused_at_once() {
    publishesTo("127.0.0.1:" + FreePorts.one());
    assertThatThrownBy(publishes("1")::join).hasMessageContaining("No producer is connected");
  }
}
