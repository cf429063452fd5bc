package chat.letstalk.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic as liberty-kafka does, with Kafka's own consumer: hands out one message after the
 * other and commits the offset of each when it has been acknowledged.
 */
final class KafkaChannel implements AutoCloseable {

  private final String topic;
  private final String group;
  private final Function<ReceivedMessage, CompletableFuture<Void>> consume;
  private final Thread thread = new Thread(this::run, "kafka-channel");
  private volatile boolean open = true;

  KafkaChannel(
      String topic, String group, Function<ReceivedMessage, CompletableFuture<Void>> consume) {
    this.topic = topic;
    this.group = group;
    this.consume = consume;
    thread.start();
  }

  private void run() {
    try (var consumer =
        TestBroker.consumer(
            Map.of(
                "group.id", group,
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"))) {
      consumer.subscribe(List.of(topic));
      while (open) {
        var events = consumer.poll(Duration.ofMillis(50)).iterator();
        while (open && events.hasNext()) {
          handOut(events.next(), consumer);
        }
      }
    }
  }

  private void handOut(
      ConsumerRecord<String, String> event, KafkaConsumer<String, String> consumer) {
    var message = new ReceivedMessage(event);
    var handled = consume.apply(message);
    while (open && !(handled.isDone() && message.isAcknowledged())) {
      Thread.onSpinWait();
    }
    if (open) {
      consumer.commitSync(
          Map.of(
              new TopicPartition(topic, event.partition()),
              new OffsetAndMetadata(event.offset() + 1)));
    }
  }

  /** Ends in the middle of whatever it is doing, as a process that is killed. */
  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
