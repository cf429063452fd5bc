package chat.letstalk.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;

/** The only code that knows how liberty-kafka shows keys and headers. */
final class KafkaRecords {

  private KafkaRecords() {}

  static ProducerRecord<String, String> of(OutgoingEvent event) {
    ProducerRecord<String, String> kafka =
        new ProducerRecord<>(event.channel(), event.key(), event.body());
    event.headers().forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
    return kafka;
  }

  static String keyOf(Message<?> message) {
    Object key = message.unwrap(ConsumerRecord.class).key();
    return key == null ? null : key.toString();
  }

  static Map<String, String> headersOf(Message<?> message) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : message.unwrap(ConsumerRecord.class).headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), UTF_8));
      }
    }
    return headers;
  }

  /** A failure to send, as one that may pass or as one that never will. */
  static Throwable translated(Throwable failure) {
    boolean forGood =
        failure instanceof RecordTooLargeException
            || failure instanceof InvalidTopicException
            || failure instanceof SerializationException;
    return forGood ? new PermanentFailure("The broker will never take it", failure) : failure;
  }
}
