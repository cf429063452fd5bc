package chat.letstalk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class EventOutletTest {

  private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  public record Numbered(int number) {}

  @Test
  void what_was_put_is_on_the_broker_with_its_key_and_in_the_trace_of_its_cause() {
    String topic = TestBroker.freshTopic(1);
    var span =
        Span.wrap(
            SpanContext.create(
                TRACE_ID, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault()));
    try (var scope = span.makeCurrent()) {
      TestBroker.outlet().put(topic, "key", new Numbered(7));
    }
    assertThat(TestBroker.contentOf(topic))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.key()).isEqualTo("key");
              assertThat(event.body()).isEqualTo("{\"number\":7}");
              assertThat(event.headers().get("traceparent")).contains(TRACE_ID);
            });
  }

  @Test
  void a_broker_that_does_not_answer_is_not_waited_for_for_ever() {
    EventOutlet outlet =
        new EventOutlet(event -> new CompletableFuture<>(), Duration.ofMillis(100));

    assertThatThrownBy(() -> outlet.put("numbers", "key", new Numbered(7)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("numbers")
        .hasMessageContaining("PT0.1S")
        .hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void a_failure_that_may_pass_is_told_from_one_that_never_will() {
    EventOutlet away = refusing(new IllegalStateException("away"));
    EventOutlet tooLarge = refusing(new PermanentFailure("too large", null));

    assertThatThrownBy(() -> away.put("numbers", "key", new Numbered(7)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The broker has not stored an event of numbers");
    assertThatThrownBy(() -> tooLarge.put("numbers", "key", new Numbered(7)))
        .isInstanceOf(PermanentFailure.class);
  }

  private static EventOutlet refusing(RuntimeException failure) {
    return new EventOutlet(
        event -> CompletableFuture.failedFuture(failure), Duration.ofSeconds(10));
  }
}
