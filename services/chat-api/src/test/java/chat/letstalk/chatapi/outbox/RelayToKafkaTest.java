package chat.letstalk.chatapi.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import chat.letstalk.delivery.KafkaBroker;
import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.stack.LocalKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a real database to a real broker. */
class RelayToKafkaTest extends StoreSuite {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static LocalKafka broker;
  private static KafkaProducer<String, String> producer;

  private final List<ConsumerRecord<String, String>> received = new ArrayList<>();

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @BeforeAll
  static void start() throws IOException {
    broker = LocalKafka.start(Files.createTempDirectory(Path.of("target"), "broker-"));
    Map<String, Object> settings = new HashMap<>(new KafkaBroker().outgoing());
    settings.put("bootstrap.servers", broker.bootstrapServers());
    producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  @AfterAll
  static void stop() {
    producer.close(Duration.ZERO);
    broker.close();
  }

  @Test
  void what_many_send_at_once_arrives_once_in_the_order_of_each_chat_with_its_headers()
      throws Exception {
    AccountId alice = somebody();
    List<ChatId> chats = IntStream.range(0, 4).mapToObj(n -> chatOf(alice, somebody())).toList();
    OutboxRelay relay =
        new OutboxRelay(
            engine().outbox(), engine().leases(), this::publish, new QuietMeter(), "one");
    Thread thread = new Thread(relay, "relay under test");
    thread.start();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      atOnce(8, () -> chats.stream().flatMap(chat -> sent(alice, chat, relay)).toList());
      await()
          .atMost(LONG)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(received::add);
                return chats.stream().mapToInt(chat -> receivedOf(chat).size()).sum() >= 4 * 8 * 5;
              });
    } finally {
      relay.stop();
      thread.join(LONG.toMillis());
    }
    for (ChatId chat : chats) {
      assertThat(receivedOf(chat)).isEqualTo(historyOf(chat));
    }
    assertThat(received)
        .filteredOn(event -> event.key().equals(chats.get(0).toString()))
        .allSatisfy(
            event ->
                assertThat(event.headers().lastHeader("traceparent").value())
                    .asString(UTF_8)
                    .isEqualTo("00-1-2-03"));
  }

  private Stream<Message> sent(AccountId sender, ChatId chat, OutboxRelay relay) {
    return IntStream.range(0, 5)
        .mapToObj(
            n -> {
              Message message = stored(chat, sender, "message " + UUID.randomUUID());
              relay.wake();
              return message;
            });
  }

  private CompletionStage<Void> publish(OutgoingEvent event) {
    CompletableFuture<Void> published = new CompletableFuture<>();
    ProducerRecord<String, String> out =
        new ProducerRecord<>(event.channel(), event.key(), event.body());
    event.headers().forEach((name, value) -> out.headers().add(name, value.getBytes(UTF_8)));
    var unused =
        producer.send(
            out,
            (done, error) -> {
              if (error == null) {
                published.complete(null);
              } else {
                published.completeExceptionally(error);
              }
            });
    return published;
  }

  private static KafkaConsumer<String, String> consumer() {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "group.id",
                "test",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.subscribe(List.of("notifications"));
    return consumer;
  }

  private List<String> receivedOf(ChatId chat) {
    return received.stream()
        .filter(event -> event.key().equals(chat.toString()))
        .map(event -> event.value())
        .toList();
  }

  private List<String> historyOf(ChatId chat) {
    return IntStream.of(1, 0)
        .mapToObj(page -> engine().messages().page(chat, page, 20))
        .flatMap(List::stream)
        .map(message -> eventsOf(message).get(0).body())
        .toList();
  }
}
