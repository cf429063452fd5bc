package chat.letstalk.delivery;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.delivery.DeliveryMeter.Outcome;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Brings each event of a channel to its handler, whatever happens on the way: a failure is retried
 * with backoff; an event that cannot be handled goes to {@code <channel>-dead-letters}, with the
 * reason in the header {@value #REASON}; nothing ever stops the channel. The event is acknowledged
 * when it is handled or stored as a dead letter, not before. Thread-safe.
 */
@ApplicationScoped
public class EventDelivery {

  /** Says in a dead letter why it is one. */
  public static final String REASON = "letstalk-dead-letter-reason";

  private static final Logger LOG = Logger.getLogger(EventDelivery.class.getName());

  private final ApplicationThreads threads;
  private final DeliveryLimits limits;
  private final EventBroker broker;
  private final Function<OutgoingEvent, CompletionStage<Void>> publish;
  private final DeliveryMeter meter;
  private final OpenTelemetry telemetry;

  @Inject
  EventDelivery(
      ApplicationThreads threads,
      DeliveryLimits limits,
      EventBroker broker,
      EventPublisher publisher,
      DeliveryMeter meter,
      OpenTelemetry telemetry) {
    this(threads, limits, broker, publisher::publish, meter, telemetry);
  }

  EventDelivery(
      ApplicationThreads threads,
      DeliveryLimits limits,
      EventBroker broker,
      Function<OutgoingEvent, CompletionStage<Void>> publish,
      DeliveryMeter meter,
      OpenTelemetry telemetry) {
    this.threads = threads;
    this.limits = limits;
    this.broker = broker;
    this.publish = publish;
    this.meter = meter;
    this.telemetry = telemetry;
  }

  /** For the container's proxies. */
  EventDelivery() {
    this(null, null, null, (Function<OutgoingEvent, CompletionStage<Void>>) null, null, null);
  }

  /**
   * Handles one event of a channel.
   *
   * @param channel where it comes from
   * @param message as Reactive Messaging gives it; its payload is JSON
   * @param type what the JSON is
   * @param handler called on a thread that may block; one at a time for each channel, unless the
   *     consumer uses {@link Lanes}
   * @return completes normally once the event is acknowledged
   */
  public <T> CompletionStage<Void> handle(
      String channel, Message<String> message, Class<T> type, EventHandler<T> handler) {
    Attempts<T> attempts = new Attempts<>(channel, message, type, handler, System.nanoTime());
    CompletableFuture<Void> done = new CompletableFuture<>();
    threads.execute(() -> attempt(attempts, 1, done));
    return done;
  }

  private record Attempts<T>(
      String channel,
      Message<String> message,
      Class<T> type,
      EventHandler<T> handler,
      long startedNanos) {}

  private <T> void attempt(Attempts<T> attempts, int number, CompletableFuture<Void> done) {
    try {
      run(attempts);
    } catch (PermanentFailure e) {
      bury(attempts, e, 1, done);
      return;
    } catch (RuntimeException e) {
      if (number >= limits.attempts() || isOver(attempts)) {
        bury(attempts, e, 1, done);
      } else {
        meter.count(attempts.channel(), Outcome.RETRIED);
        Duration wait = limits.backoff().after(number);
        LOG.log(
            Level.WARNING,
            e,
            () ->
                "Attempt %d at an event of %s failed; the next follows in %d ms"
                    .formatted(number, attempts.channel(), wait.toMillis()));
        threads.later(wait, () -> attempt(attempts, number + 1, done));
      }
      return;
    }
    meter.count(attempts.channel(), Outcome.HANDLED);
    acknowledge(attempts, done);
  }

  private <T> void run(Attempts<T> attempts) {
    T event = EventJson.read(attempts.message().getPayload(), attempts.type());
    var span =
        telemetry
            .getTracer("chat.letstalk.delivery")
            .spanBuilder(attempts.channel() + " process")
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(TraceHeaders.read(broker.headersOf(attempts.message())))
            .startSpan();
    try (var scope = span.makeCurrent()) {
      attempts.handler().handle(event);
    } finally {
      span.end();
    }
  }

  private boolean isOver(Attempts<?> attempts) {
    return System.nanoTime() - attempts.startedNanos() > limits.deadline().toNanos();
  }

  /**
   * Stores the event as a dead letter. Without that it is not acknowledged: losing it silently
   * would be worse than waiting for the broker, which holds all other events too. So this ends with
   * the process.
   */
  private void bury(
      Attempts<?> attempts, RuntimeException why, int number, CompletableFuture<Void> done) {
    LOG.log(
        Level.SEVERE,
        why,
        () ->
            "An event of %s could not be handled and goes to %s"
                .formatted(attempts.channel(), Channels.deadLettersOf(attempts.channel())));
    publish
        .apply(deadLetter(attempts, why))
        .whenCompleteAsync(
            (stored, failure) -> {
              if (failure == null) {
                meter.count(attempts.channel(), Outcome.DEAD_LETTERED);
                acknowledge(attempts, done);
              } else {
                threads.later(
                    limits.backoff().after(number), () -> bury(attempts, why, number + 1, done));
              }
            },
            threads);
  }

  private OutgoingEvent deadLetter(Attempts<?> attempts, RuntimeException why) {
    Map<String, String> headers = new HashMap<>(broker.headersOf(attempts.message()));
    headers.put(
        REASON, why instanceof PermanentFailure ? why.getMessage() : why.getClass().getName());
    return new OutgoingEvent(
        Channels.deadLettersOf(attempts.channel()),
        broker.keyOf(attempts.message()),
        attempts.message().getPayload(),
        headers);
  }

  private void acknowledge(Attempts<?> attempts, CompletableFuture<Void> done) {
    // The event is done with here, even if the broker never hears of it: it then repeats it.
    done.complete(null);
    attempts
        .message()
        .ack()
        .whenComplete(
            (acknowledged, failure) -> {
              if (failure != null) {
                LOG.log(
                    Level.WARNING,
                    failure,
                    () ->
                        "An event of %s was handled but not acknowledged; the broker will repeat it"
                            .formatted(attempts.channel()));
              }
            });
  }
}
