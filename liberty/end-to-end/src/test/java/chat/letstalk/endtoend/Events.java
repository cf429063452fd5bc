package chat.letstalk.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import chat.letstalk.contracts.channel.Channels;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What lies on the channels between services. */
final class Events {

  private static final Duration SOON = Duration.ofSeconds(60);

  private Events() {}

  /** The header by which an event says which request it belongs to (W3C Trace Context). */
  static String traceOf(Stack stack, String messageId) {
    ConsumerRecord<String, String> event = record(stack, Channels.NOTIFICATIONS, messageId);
    return new String(event.headers().lastHeader("traceparent").value(), UTF_8);
  }

  /** Puts an event on a channel, as the service would whose event it is. */
  static void publish(Stack stack, String channel, JsonObject event) {
    publish(stack, channel, event.getString("chatId"), event.toString());
  }

  static void publish(Stack stack, String channel, String key, String body) {
    Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafka());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(channel, key, body))
          .get(SOON.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("The event did not reach " + channel, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The first event of a channel in which this text stands; waits for it. */
  static JsonObject find(Stack stack, String channel, String text) {
    try (var reader = Json.createReader(new StringReader(record(stack, channel, text).value()))) {
      return reader.readObject();
    }
  }

  /** Why the event in which this text stands was given up; waits for it among the dead letters. */
  static String reasonOf(Stack stack, String channel, String text) {
    ConsumerRecord<String, String> event = record(stack, Channels.deadLettersOf(channel), text);
    return new String(event.headers().lastHeader("letstalk-dead-letter-reason").value(), UTF_8);
  }

  private static ConsumerRecord<String, String> record(Stack stack, String channel, String text) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stack.kafka(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      // Asking makes a channel that is not there yet.
      var partitions =
          await()
              .atMost(SOON)
              .until(() -> consumer.partitionsFor(channel), all -> !all.isEmpty())
              .stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(List.copyOf(partitions));
      return await()
          .atMost(SOON)
          .until(() -> next(consumer, text), Optional::isPresent)
          .orElseThrow();
    }
  }

  private static Optional<ConsumerRecord<String, String>> next(
      KafkaConsumer<String, String> consumer, String text) {
    return StreamSupport.stream(consumer.poll(Duration.ofMillis(500)).spliterator(), false)
        .filter(event -> event.value().contains(text))
        .findFirst();
  }
}
