package chat.letstalk.bench.floor;

import chat.letstalk.bench.BenchException;
import chat.letstalk.stack.RunningStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One event, stored (acks=all) and received. On a topic of its own, deleted at the end. */
final class KafkaRoundTrips implements BrokerRoundTrips {

  private static final int PARTITIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String topic = "letstalk-bench-" + UUID.randomUUID();
  private final AtomicLong number = new AtomicLong();
  private final Map<Long, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
  private final CountDownLatch listening = new CountDownLatch(1);
  private final String event;
  private final Admin admin;
  private final KafkaProducer<Long, String> producer;
  private final KafkaConsumer<Long, String> consumer;
  private final Thread receiver = new Thread(this::receive, "bench-kafka");

  private KafkaRoundTrips(RunningStack stack, String event) {
    Map<String, Object> broker = Map.of("bootstrap.servers", stack.kafkaBootstrap());
    this.event = event;
    this.admin = Admin.create(broker);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.kafkaBootstrap(), "acks", "all", "linger.ms", 0),
            new LongSerializer(),
            new StringSerializer());
    this.consumer = new KafkaConsumer<>(broker, new LongDeserializer(), new StringDeserializer());
  }

  /** Makes the topic and listens to it. */
  static KafkaRoundTrips on(RunningStack stack, String event) {
    KafkaRoundTrips trips = new KafkaRoundTrips(stack, event);
    try {
      trips.prepare();
      return trips;
    } catch (ExecutionException | TimeoutException e) {
      trips.close();
      throw new BenchException("Kafka refuses the bench's own topic: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      trips.close();
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }

  private void prepare() throws ExecutionException, TimeoutException, InterruptedException {
    var unused =
        admin
            .createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
            .all()
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    receiver.setDaemon(true);
    receiver.start();
    if (!listening.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new TimeoutException("no answer within " + PATIENCE.toSeconds() + " s");
    }
  }

  private void receive() {
    List<TopicPartition> all =
        IntStream.range(0, PARTITIONS).mapToObj(n -> new TopicPartition(topic, n)).toList();
    try (consumer) {
      consumer.assign(all);
      consumer.seekToBeginning(all);
      all.forEach(partition -> consumer.position(partition, PATIENCE));
      listening.countDown();
      while (true) {
        for (ConsumerRecord<Long, String> received : consumer.poll(PATIENCE)) {
          CompletableFuture<Void> trip = underWay.remove(received.key());
          if (trip != null) {
            trip.complete(null);
          }
        }
      }
    } catch (WakeupException closed) {
      underWay.values().forEach(trip -> trip.completeExceptionally(closed));
    }
  }

  @Override
  public String name() {
    return "bare Kafka round trip (acks=all)";
  }

  @Override
  public CompletableFuture<?> start() {
    long key = number.incrementAndGet();
    CompletableFuture<Void> trip = new CompletableFuture<>();
    underWay.put(key, trip);
    var unused =
        producer.send(
            new ProducerRecord<>(topic, key, event),
            (stored, failure) -> {
              if (failure != null) {
                underWay.remove(key);
                trip.completeExceptionally(failure);
              }
            });
    return trip;
  }

  @Override
  public void close() {
    if (receiver.isAlive()) {
      consumer.wakeup();
    } else {
      consumer.close();
    }
    producer.close(PATIENCE);
    try (admin) {
      var unused =
          admin.deleteTopics(List.of(topic)).all().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      receiver.join(PATIENCE.toMillis());
    } catch (ExecutionException | TimeoutException e) {
      throw new BenchException(
          "The topic " + topic + " may be left behind: " + e.getMessage() + " Delete it by hand.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
