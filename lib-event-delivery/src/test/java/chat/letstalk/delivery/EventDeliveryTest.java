package chat.letstalk.delivery;

import static chat.letstalk.delivery.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventDeliveryTest {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String TRACE_PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final List<OutgoingEvent> deadLetters = new CopyOnWriteArrayList<>();
  private final List<DeliveryMeter.Outcome> outcomes = new CopyOnWriteArrayList<>();
  private final AtomicInteger brokerFailures = new AtomicInteger();
  private final ThreadLocal<Boolean> inApplication = ThreadLocal.withInitial(() -> false);
  private final EventDelivery delivery =
      new EventDelivery(
          new ApplicationThreads(threads, this::inApplication),
          new DeliveryLimits(
              4, Duration.ofMinutes(1), new Backoff(Duration.ofMillis(2), Duration.ofMillis(10))),
          new KafkaBroker(),
          this::store,
          (channel, outcome) -> outcomes.add(outcome),
          OpenTelemetry.noop());

  public record Numbered(int number) {}

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void an_event_is_handled_and_then_acknowledged() {
    List<Integer> seen = new CopyOnWriteArrayList<>();
    var message = new ReceivedMessage("key", "{\"number\":7}", Map.of());
    handle(message, event -> seen.add(event.number()));
    assertThat(seen).containsExactly(7);
    await().until(message::isAcknowledged);
  }

  @Test
  void a_failure_is_retried_until_the_event_is_handled() {
    AtomicInteger attempts = new AtomicInteger();
    var message = new ReceivedMessage("key", "{\"number\":7}", Map.of());
    handle(
        message,
        event -> {
          if (attempts.incrementAndGet() < 3) {
            throw new IllegalStateException("not yet");
          }
        });
    assertThat(attempts).hasValue(3);
    assertThat(deadLetters).isEmpty();
    await().until(message::isAcknowledged);
  }

  @Test
  void an_event_that_keeps_failing_becomes_a_dead_letter_with_key_body_and_reason() {
    AtomicInteger attempts = new AtomicInteger();
    var message = new ReceivedMessage("key", "{\"number\":7}", Map.of("traceparent", TRACE_PARENT));
    handle(
        message,
        event -> {
          attempts.incrementAndGet();
          throw new IllegalStateException("never, and here is a secret");
        });
    assertThat(attempts).hasValue(4);
    assertThat(deadLetters)
        .containsExactly(
            new OutgoingEvent(
                "numbers-dead-letters",
                "key",
                "{\"number\":7}",
                Map.of(
                    "traceparent",
                    TRACE_PARENT,
                    EventDelivery.REASON,
                    "java.lang.IllegalStateException")));
    await().until(message::isAcknowledged);
    assertThat(outcomes).endsWith(DeliveryMeter.Outcome.DEAD_LETTERED);
  }

  @Test
  void a_permanent_failure_is_not_retried() {
    AtomicInteger attempts = new AtomicInteger();
    handle(
        new ReceivedMessage("key", "{\"number\":7}", Map.of()),
        event -> {
          attempts.incrementAndGet();
          throw new PermanentFailure("no such number", null);
        });
    assertThat(attempts).hasValue(1);
    assertThat(deadLetters).hasSize(1);
  }

  @Test
  void what_is_no_json_becomes_a_dead_letter_without_being_quoted() {
    for (String poison : List.of("no json", "[]", "null", "{\"number\":{}}", "")) {
      deadLetters.clear();
      handle(new ReceivedMessage(null, poison, Map.of()), event -> {});
      assertThat(deadLetters).as(poison).hasSize(1);
      assertThat(deadLetters.get(0).headers().get(EventDelivery.REASON))
          .contains("Numbered")
          .doesNotContain("no json");
    }
  }

  @Test
  void an_event_is_not_acknowledged_before_its_dead_letter_is_stored() {
    brokerFailures.set(3);
    var message = new ReceivedMessage("key", "no json", Map.of());
    handle(message, event -> {});
    assertThat(brokerFailures).hasNegativeValue();
    assertThat(deadLetters).hasSize(1);
    await().until(message::isAcknowledged);
  }

  @Test
  void the_trace_of_the_publisher_goes_on_in_the_handler() {
    List<String> traces = new CopyOnWriteArrayList<>();
    handle(
        new ReceivedMessage("key", "{\"number\":7}", Map.of("traceparent", TRACE_PARENT)),
        event -> traces.add(Span.current().getSpanContext().getTraceId()));
    assertThat(traces).containsExactly(TRACE_ID);
  }

  @Test
  void handlers_run_in_the_applications_context_in_every_attempt_whoever_hands_the_event_over() {
    List<Boolean> contexts = new CopyOnWriteArrayList<>();
    handle(
        new ReceivedMessage("key", "{\"number\":7}", Map.of()),
        event -> {
          contexts.add(inApplication.get());
          if (contexts.size() < 3) {
            throw new IllegalStateException("not yet");
          }
        });
    assertThat(contexts).containsExactly(true, true, true);
    assertThat(inApplication.get()).isFalse();
  }

  private void inApplication(Runnable task) {
    inApplication.set(true);
    try {
      task.run();
    } finally {
      inApplication.set(false);
    }
  }

  private void handle(ReceivedMessage message, EventHandler<Numbered> handler) {
    delivery
        .handle("numbers", message, Numbered.class, handler)
        .toCompletableFuture()
        .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
        .join();
  }

  private CompletionStage<Void> store(OutgoingEvent event) {
    if (brokerFailures.getAndDecrement() > 0) {
      return CompletableFuture.failedFuture(new IllegalStateException("The broker is away"));
    }
    deadLetters.add(event);
    return CompletableFuture.completedFuture(null);
  }
}
