package chat.letstalk.delivery;

import static chat.letstalk.delivery.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of events on their way over a real broker, whatever happens to their handler: the
 * same for every broker.
 */
public abstract class ChannelSuite {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final List<Integer> handled = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> killed = new CompletableFuture<>();
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private String channel;
  private EventDelivery delivery;

  public record Numbered(int number) {}

  /** A channel that keeps the order of events with the same key, and that nobody else uses. */
  protected abstract String freshChannel();

  protected abstract EventBroker broker();

  protected abstract CompletionStage<Void> publish(OutgoingEvent event);

  /**
   * Reads a channel for a group, one event after the other, from where the group has come to; its
   * closing is that of a process that is killed.
   */
  protected abstract Reading read(
      String channel, String group, Function<Message<String>, CompletionStage<Void>> consume);

  /** All that has been published to a channel that no group reads, dead letters for one. */
  protected abstract List<OutgoingEvent> contentOf(String channel);

  /** A channel that is being read. */
  public interface Reading extends AutoCloseable {

    /** Whether so many events have been acknowledged for good: none of them will come again. */
    boolean isSettled(int events);

    @Override
    void close();
  }

  @BeforeEach
  void start() {
    channel = freshChannel();
    delivery = quick(threads, broker(), this::publish);
  }

  /** A delivery that tries thrice, with short waits. */
  public static EventDelivery quick(
      ScheduledExecutorService threads,
      EventBroker broker,
      Function<OutgoingEvent, CompletionStage<Void>> publish) {
    return new EventDelivery(
        new ApplicationThreads(threads, Runnable::run),
        new DeliveryLimits(
            3, Duration.ofMinutes(1), new Backoff(Duration.ofMillis(20), Duration.ofMillis(100))),
        broker,
        publish,
        (name, outcome) -> {},
        OpenTelemetry.noop());
  }

  @AfterEach
  void stop() {
    killed.complete(null);
    threads.shutdownNow();
  }

  private Reading reads(EventHandler<Numbered> handler) {
    return read(
        channel, "group", message -> delivery.handle(channel, message, Numbered.class, handler));
  }

  private void publish(String body, Map<String, String> headers) {
    publish(new OutgoingEvent(channel, "key", body, headers)).toCompletableFuture().join();
  }

  private void publish(int... numbers) {
    for (int number : numbers) {
      publish("{\"number\":" + number + "}", Map.of());
    }
  }

  private void handles(Integer... numbers) {
    await().untilAsserted(() -> assertThat(handled).containsExactly(numbers));
  }

  @Test
  void events_are_handled_in_order_and_not_again_after_a_restart() {
    int[] many = IntStream.range(0, 50).toArray();
    publish(many);
    try (var reading = reads(event -> handled.add(event.number()))) {
      handles(IntStream.of(many).boxed().toArray(Integer[]::new));
      await().until(() -> reading.isSettled(many.length));
    }
    handled.clear();
    try (var reading = reads(event -> handled.add(event.number()))) {
      publish(50, 51);
      handles(50, 51);
    }
  }

  @Test
  void a_failure_is_tried_again_before_the_next_event() {
    publish(1, 2);
    try (var reading =
        reads(
            event -> {
              handled.add(event.number());
              if (handled.size() < 3) {
                throw new IllegalStateException("not yet");
              }
            })) {
      handles(1, 1, 1, 2);
    }
    assertThat(handled).hasSize(4);
  }

  @Test
  void what_cannot_be_handled_becomes_a_dead_letter_and_the_channel_goes_on() {
    String trace = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";
    publish("no json", Map.of("traceparent", trace));
    publish("{\"number\":1}", Map.of("traceparent", trace));
    publish("{\"number\":2}", Map.of());
    try (var reading =
        reads(
            event -> {
              handled.add(event.number());
              if (event.number() == 1) {
                throw new IllegalStateException("never, and here is a secret");
              }
            })) {
      handles(1, 1, 1, 2);
    }
    assertThat(contentOf(channel + "-dead-letters"))
        .extracting(OutgoingEvent::key, OutgoingEvent::body, OutgoingEvent::headers)
        .containsExactly(
            tuple(
                "key",
                "no json",
                Map.of(
                    "traceparent",
                    trace,
                    EventDelivery.REASON,
                    "The event is no Numbered: jakarta.json.bind.JsonbException")),
            tuple(
                "key",
                "{\"number\":1}",
                Map.of(
                    "traceparent",
                    trace,
                    EventDelivery.REASON,
                    "java.lang.IllegalStateException")));
  }

  @Test
  void an_event_whose_handler_was_killed_comes_again() {
    publish(1, 2);
    try (var reading =
        reads(
            event -> {
              handled.add(event.number());
              killed.join();
            })) {
      await().until(() -> !handled.isEmpty());
    }
    handled.clear();
    try (var reading = reads(event -> handled.add(event.number()))) {
      await().until(() -> handled.contains(2));
      assertThat(handled).containsExactly(1, 2);
    }
  }

  @Test
  void a_trace_goes_from_the_publisher_over_the_channel_to_what_its_handler_publishes() {
    String next = freshChannel();
    var span =
        Span.wrap(
            SpanContext.create(
                TRACE_ID, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault()));
    try (var scope = span.makeCurrent()) {
      publish("{\"number\":1}", TraceHeaders.ofCurrent());
    }
    try (var reading =
        reads(
            event -> {
              publish(new OutgoingEvent(next, "key", "{}", TraceHeaders.ofCurrent()))
                  .toCompletableFuture()
                  .join();
              handled.add(event.number());
            })) {
      handles(1);
    }
    assertThat(contentOf(next).get(0).headers().get("traceparent")).contains(TRACE_ID);
  }
}
