package chat.letstalk.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import chat.letstalk.contracts.channel.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What lies on the channel of notifications. */
final class Events {

  private Events() {}

  /** The header by which an event says which request it belongs to (W3C Trace Context). */
  static String traceOf(Stack stack, String messageId) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.kafka(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(Channels.NOTIFICATIONS).stream()
              .map(
                  info ->
                      new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(List.copyOf(partitions));
      ConsumerRecord<String, String> event =
          await().until(() -> next(consumer, messageId), Optional::isPresent).orElseThrow();
      return new String(event.headers().lastHeader("traceparent").value(), UTF_8);
    }
  }

  private static Optional<ConsumerRecord<String, String>> next(
      KafkaConsumer<String, String> consumer, String messageId) {
    return StreamSupport.stream(consumer.poll(Duration.ofMillis(500)).spliterator(), false)
        .filter(event -> event.value().contains(messageId))
        .findFirst();
  }
}
