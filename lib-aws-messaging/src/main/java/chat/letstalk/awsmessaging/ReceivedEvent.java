package chat.letstalk.awsmessaging;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * An event out of a queue. It stays there, hidden, until it is acknowledged; one that is refused
 * comes again. Thread-safe.
 */
final class ReceivedEvent implements Message<String> {

  private final String body;
  private final String receipt;
  private final Map<String, String> attributes;
  private final Function<ReceivedEvent, CompletionStage<Void>> acknowledge;
  private final Function<ReceivedEvent, CompletionStage<Void>> refuse;
  private volatile long hiddenUntilNanos;

  /**
   * @param acknowledge removes it from the queue
   * @param refuse gives it back
   */
  ReceivedEvent(
      software.amazon.awssdk.services.sqs.model.Message message,
      Function<ReceivedEvent, CompletionStage<Void>> acknowledge,
      Function<ReceivedEvent, CompletionStage<Void>> refuse) {
    this.body = message.body();
    this.receipt = message.receiptHandle();
    Map<String, String> values = new HashMap<>();
    message
        .messageAttributes()
        .forEach(
            (name, value) -> {
              if (value.stringValue() != null) {
                values.put(name, value.stringValue());
              }
            });
    this.attributes = Map.copyOf(values);
    this.acknowledge = acknowledge;
    this.refuse = refuse;
  }

  @Override
  public String getPayload() {
    return body;
  }

  String key() {
    return attributes.get(Attributes.KEY);
  }

  Map<String, String> headers() {
    return Attributes.headers(attributes);
  }

  String receipt() {
    return receipt;
  }

  /** Others will not be given it for so long from then on. */
  void hidden(long sinceNanos, long seconds) {
    hiddenUntilNanos = sinceNanos + TimeUnit.SECONDS.toNanos(seconds);
  }

  /** Whether others may have been given it meanwhile. */
  boolean isLost() {
    return System.nanoTime() - hiddenUntilNanos > 0;
  }

  @Override
  public CompletionStage<Void> ack() {
    return acknowledge.apply(this);
  }

  @Override
  public CompletionStage<Void> nack(Throwable reason) {
    return refuse.apply(this);
  }

  @Override
  public <C> C unwrap(Class<C> type) {
    return type.cast(this);
  }
}
