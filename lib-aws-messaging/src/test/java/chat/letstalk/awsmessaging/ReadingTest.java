package chat.letstalk.awsmessaging;

import static chat.letstalk.awsmessaging.TestAws.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers of a channel can rely on. */
class ReadingTest {

  private final String channel = TestAws.freshChannel();
  private final Service publisher = new Service(Map.of());
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    open.add(publisher);
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  private Service service(Map<String, String> settings) {
    Service service = new Service(settings);
    open.add(service);
    return service;
  }

  private CompletionStage<Void> seesAndAcknowledges(Message<String> message) {
    seen.add(message.getPayload());
    return message.ack();
  }

  private String queue(String group) {
    return "t-" + group + ".fifo";
  }

  @Test
  void every_group_gets_every_event_and_what_is_acknowledged_is_gone() {
    List<String> others = new CopyOnWriteArrayList<>();
    service(Map.of()).reads(channel, channel, this::seesAndAcknowledges).ready();
    service(Map.of())
        .reads(
            channel,
            channel + "-others",
            message -> {
              others.add(message.getPayload());
              return message.ack();
            })
        .ready();
    publisher.publishAll(channel, "chat", "1", "2", "3");
    await()
        .untilAsserted(
            () -> {
              assertThat(seen).containsExactly("1", "2", "3");
              assertThat(others).containsExactly("1", "2", "3");
            });
    await().until(() -> QueueContent.countOf(queue(channel)) == 0);
    await().until(() -> QueueContent.countOf(queue(channel + "-others")) == 0);
  }

  @Test
  void two_replicas_share_a_queue_and_a_chat_keeps_its_order() {
    for (int replica = 0; replica < 2; replica++) {
      service(Map.of()).reads(channel, channel, this::seesAndAcknowledges).ready();
    }
    for (int i = 0; i < 10; i++) {
      for (String chat : List.of("a", "b", "c")) {
        publisher.publishAll(channel, chat, chat + i);
      }
    }
    await().until(() -> seen.size() >= 30);
    for (String chat : List.of("a", "b", "c")) {
      assertThat(seen.stream().filter(body -> body.startsWith(chat)))
          .containsExactly(
              chat + 0, chat + 1, chat + 2, chat + 3, chat + 4, chat + 5, chat + 6, chat + 7,
              chat + 8, chat + 9);
    }
  }

  @Test
  void what_is_refused_comes_again_before_what_follows_in_its_chat() {
    service(Map.of())
        .reads(
            channel,
            channel,
            message -> {
              seen.add(message.getPayload());
              return seen.size() == 1
                  ? message.nack(new IllegalStateException("not now"))
                  : message.ack();
            })
        .ready();
    publisher.publishAll(channel, "chat", "1", "2");
    await().untilAsserted(() -> assertThat(seen).containsExactly("1", "1", "2"));
  }

  @Test
  void what_nobody_acknowledges_comes_again_once_its_reader_is_dead() {
    AwsProxy network = new AwsProxy();
    open.add(network);
    service(network.setting())
        .reads(
            channel,
            channel,
            message -> {
              seen.add("dead: " + message.getPayload());
              return new CompletableFuture<>();
            });
    publisher.publishAll(channel, "chat", "1");
    await().until(() -> seen.contains("dead: 1"));
    network.cut();
    service(Map.of()).reads(channel, channel, this::seesAndAcknowledges);
    await().untilAsserted(() -> assertThat(seen).containsExactly("dead: 1", "1"));
  }

  @Test
  void an_event_stays_hidden_from_others_as_long_as_it_is_worked_on() {
    CompletableFuture<Void> work = new CompletableFuture<>();
    service(Map.of("letstalk.aws.visibility", "PT1S"))
        .reads(
            channel,
            channel,
            message -> {
              seen.add("slow: " + message.getPayload());
              return work.thenCompose(done -> message.ack());
            });
    publisher.publishAll(channel, "chat", "1");
    await().until(() -> seen.contains("slow: 1"));
    service(Map.of()).reads(channel, channel, this::seesAndAcknowledges).ready();
    long begun = System.nanoTime();
    // Four times as long as it would be hidden by itself.
    await().until(() -> System.nanoTime() - begun > 4_000_000_000L);
    assertThat(seen).containsExactly("slow: 1");
    work.complete(null);
    await().until(() -> QueueContent.countOf(queue(channel)) == 0);
    assertThat(seen).containsExactly("slow: 1");
  }

  @Test
  void what_kills_every_reader_ends_in_the_dead_letters() {
    service(Map.of("letstalk.aws.receives", "3"))
        .reads(
            channel,
            channel,
            message -> {
              seen.add(message.getPayload());
              return message.getPayload().equals("poison")
                  ? message.nack(new IllegalStateException("killed"))
                  : message.ack();
            })
        .ready();
    publisher.publishAll(channel, "chat", "poison", "fine");
    await()
        .untilAsserted(
            () -> assertThat(seen).containsExactly("poison", "poison", "poison", "fine"));
    await().until(() -> QueueContent.countOf(queue(channel + "-dead-letters")) == 1);
  }
}
