package chat.letstalk.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A message as liberty-kafka hands it out: a real consumer record behind unwrap. */
final class ReceivedMessage implements Message<String> {

  private final CompletableFuture<Void> acknowledgement = new CompletableFuture<>();
  private final ConsumerRecord<String, String> kafka;

  ReceivedMessage(ConsumerRecord<String, String> kafka) {
    this.kafka = kafka;
  }

  ReceivedMessage(String key, String body, Map<String, String> headers) {
    this(new ConsumerRecord<>("numbers", 0, 0, key, body));
    headers.forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
  }

  boolean isAcknowledged() {
    return acknowledgement.isDone();
  }

  TopicPartition partition() {
    return new TopicPartition(kafka.topic(), kafka.partition());
  }

  long offset() {
    return kafka.offset();
  }

  @Override
  public String getPayload() {
    return kafka.value();
  }

  @Override
  public CompletionStage<Void> ack() {
    acknowledgement.complete(null);
    return acknowledgement;
  }

  @Override
  public <C> C unwrap(Class<C> type) {
    return type.cast(kafka);
  }
}
