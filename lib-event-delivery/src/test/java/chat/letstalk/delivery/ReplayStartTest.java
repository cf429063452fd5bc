package chat.letstalk.delivery;

import static chat.letstalk.delivery.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;

/** A replica begins some time before its start, on a real Kafka. */
class ReplayStartTest {

  private static final Duration WINDOW = Duration.ofMinutes(2);

  private final Instant now = Instant.now();
  private final List<String> read = new ArrayList<>();

  private record Replica(Map<String, String> attributes, ReplayStart start) {

    static Replica of(String topic) {
      Map<String, String> attributes =
          Map.of(
              "group.id",
              TestBroker.freshName("replica"),
              "auto.offset.reset",
              "earliest",
              ReplayStart.TOPIC,
              topic,
              ReplayStart.WINDOW,
              WINDOW.toString());
      return new Replica(
          attributes,
          new ReplayStart(ChannelAttributes.of(TestBroker.bootstrapServers(), attributes)));
    }

    KafkaConsumer<String, String> consumer() {
      start.set();
      var consumer = TestBroker.consumer(attributes);
      consumer.subscribe(List.of(attributes.get(ReplayStart.TOPIC)));
      return consumer;
    }
  }

  private static KafkaConsumer<String, String> replicaOf(String topic) {
    return Replica.of(topic).consumer();
  }

  private void reads(KafkaConsumer<String, String> replica, String... bodies) {
    await()
        .until(
            () -> {
              replica.poll(Duration.ofMillis(100)).forEach(event -> read.add(event.value()));
              return read.size() >= bodies.length;
            });
    assertThat(read).containsExactlyInAnyOrder(bodies);
  }

  @Test
  void it_reads_what_is_younger_than_the_window_and_then_what_comes() {
    String topic = TestBroker.freshTopic(2);
    TestBroker.publishAt(now.minus(Duration.ofHours(1)), topic, 0, "old");
    TestBroker.publishAt(now.minus(Duration.ofMinutes(1)), topic, 0, "young");
    TestBroker.publishAt(now.minus(Duration.ofSeconds(1)), topic, 1, "younger");
    try (var replica = replicaOf(topic)) {
      reads(replica, "young", "younger");
      TestBroker.publishAt(Instant.now(), topic, 0, "new");
      reads(replica, "young", "younger", "new");
    }
  }

  @Test
  void where_nothing_is_young_the_next_event_is_read_at_once() {
    String topic = TestBroker.freshTopic(2);
    TestBroker.publishAt(now.minus(Duration.ofHours(1)), topic, 0, "old");
    try (var replica = replicaOf(topic)) {
      await()
          .until(
              () -> {
                assertThat(replica.poll(Duration.ofMillis(100))).isEmpty();
                return replica.assignment().size() == 2;
              });
      replica.assignment().forEach(partition -> replica.position(partition, Duration.ofSeconds(5)));
      TestBroker.publishAt(Instant.now(), topic, 0, "new");
      TestBroker.publishAt(Instant.now(), topic, 1, "new too");
      reads(replica, "new", "new too");
    }
  }

  @Test
  void what_comes_between_its_creation_and_its_first_look_is_read() {
    String topic = TestBroker.freshTopic(1);
    try (var replica = replicaOf(topic)) {
      TestBroker.publishAt(Instant.now(), topic, 0, "in between");
      reads(replica, "in between");
    }
  }

  @Test
  void of_a_topic_that_does_not_exist_yet_it_reads_everything() {
    String topic = TestBroker.freshName("later");
    try (var replica = replicaOf(topic)) {
      TestBroker.publishAt(Instant.now(), topic, 0, "first");
      reads(replica, "first");
    }
  }

  @Test
  void every_replica_reads_every_event() {
    String topic = TestBroker.freshTopic(1);
    try (var one = replicaOf(topic);
        var another = replicaOf(topic)) {
      TestBroker.publishAt(Instant.now(), topic, 0, "for all");
      reads(one, "for all");
      read.clear();
      reads(another, "for all");
    }
  }

  @Test
  void a_later_consumer_of_a_replica_goes_on_where_the_one_before_it_ended() {
    String topic = TestBroker.freshTopic(1);
    Replica replica = Replica.of(topic);
    TestBroker.publishAt(Instant.now(), topic, 0, "first");
    try (var consumer = replica.consumer()) {
      reads(consumer, "first");
      consumer.commitSync();
    }
    TestBroker.publishAt(now.minus(Duration.ofHours(1)), topic, 0, "stored while none read");
    read.clear();
    try (var next = replica.consumer()) {
      reads(next, "stored while none read");
    }
  }
}
