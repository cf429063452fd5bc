package chat.letstalk.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.stack.LocalKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real Kafka, started once for all tests of a module. */
public final class TestBroker {

  private static final LocalKafka KAFKA = start();
  private static final Producer<String, String> PRODUCER =
      new KafkaProducer<>(address(), new StringSerializer(), new StringSerializer());

  private TestBroker() {}

  private static LocalKafka start() {
    LocalKafka kafka;
    try {
      kafka = LocalKafka.start(Files.createTempDirectory(Path.of("target"), "kafka-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
    return kafka;
  }

  private static Map<String, Object> address() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }

  static String bootstrapServers() {
    return KAFKA.bootstrapServers();
  }

  /** A topic of that name and everything about it is this test's alone. */
  public static String freshName(String what) {
    return what + "-" + UUID.randomUUID();
  }

  /** An empty topic. */
  public static String freshTopic(int partitions) {
    return topic(freshName("topic"), partitions);
  }

  /** A topic of a certain name, which all tests of the module share. */
  public static String topic(String name, int partitions) {
    try (Admin admin = Admin.create(address())) {
      admin
          .createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
    return name;
  }

  /** Stores an event as if it had been published at that time. */
  static void publishAt(Instant time, String topic, int partition, String body) {
    publish(new ProducerRecord<>(topic, partition, time.toEpochMilli(), "key", body))
        .toCompletableFuture()
        .join();
  }

  /** Completes when the event is stored. */
  public static CompletionStage<Void> publish(OutgoingEvent event) {
    return publish(KafkaRecords.of(event));
  }

  private static CompletionStage<Void> publish(ProducerRecord<String, String> event) {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    var unused =
        PRODUCER.send(
            event,
            (where, failure) -> {
              if (failure == null) {
                stored.complete(null);
              } else {
                stored.completeExceptionally(failure);
              }
            });
    return stored;
  }

  /** The way out of a handler, to this broker. */
  public static EventOutlet outlet() {
    return new EventOutlet(TestBroker::publish, Duration.ofSeconds(30));
  }

  /**
   * The way to a handler and to the dead letters, with few attempts and short waits.
   *
   * @param threads what handlers run on
   */
  public static EventDelivery delivery(ScheduledExecutorService threads) {
    return ChannelSuite.quick(threads, new KafkaBroker(), TestBroker::publish);
  }

  static KafkaConsumer<String, String> consumer(Map<String, String> attributes) {
    Map<String, Object> all = new HashMap<>(address());
    all.putAll(attributes);
    return new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer());
  }

  /** All that is in a topic, in the order of each partition. */
  public static List<OutgoingEvent> contentOf(String topic) {
    try (var consumer =
        consumer(Map.of("group.id", freshName("reader"), "auto.offset.reset", "earliest"))) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<OutgoingEvent> content = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        for (var record : consumer.poll(Duration.ofMillis(100))) {
          Map<String, String> headers = new HashMap<>();
          record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
          content.add(new OutgoingEvent(topic, record.key(), record.value(), headers));
        }
      }
      return content;
    }
  }
}
