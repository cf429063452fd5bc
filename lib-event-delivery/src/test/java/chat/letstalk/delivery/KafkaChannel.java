package chat.letstalk.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads a topic as liberty-kafka does, with Kafka's own consumer: hands out one message after the
 * other, the next when the consumer says so, and commits as far as all have been acknowledged.
 */
public final class KafkaChannel implements AutoCloseable {

  private final String topic;
  private final String group;
  private final Function<Message<String>, CompletionStage<Void>> consume;
  private final Map<TopicPartition, Queue<ReceivedMessage>> uncommitted = new HashMap<>();
  private final AtomicInteger committed = new AtomicInteger();
  private final Thread thread = new Thread(this::run, "kafka-channel");
  private volatile boolean open = true;

  /**
   * @param consume what the service annotates with {@code @Incoming}
   */
  public KafkaChannel(
      String topic, String group, Function<Message<String>, CompletionStage<Void>> consume) {
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
          handOut(new ReceivedMessage(events.next()));
        }
        commit(consumer);
      }
    }
  }

  private void handOut(ReceivedMessage message) {
    uncommitted.computeIfAbsent(message.partition(), p -> new ArrayDeque<>()).add(message);
    var room = consume.apply(message).toCompletableFuture();
    while (open && !room.isDone()) {
      Thread.onSpinWait();
    }
  }

  private void commit(KafkaConsumer<String, String> consumer) {
    uncommitted.forEach(
        (partition, messages) -> {
          int done = 0;
          long next = 0;
          while (!messages.isEmpty() && messages.element().isAcknowledged()) {
            next = messages.remove().offset() + 1;
            done++;
          }
          if (open && done > 0) {
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
            committed.addAndGet(done);
          }
        });
  }

  /** How many messages will not come again. */
  public int committed() {
    return committed.get();
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
