package chat.letstalk.awsmessaging;

import static chat.letstalk.awsmessaging.TestAws.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.PermanentFailure;
import chat.letstalk.stack.LocalAws;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

/** What publishers can rely on. */
class PublishingTest {

  private final String channel = TestAws.freshChannel();
  private final AwsProxy network = new AwsProxy();
  private final Service service = new Service(network.setting());

  @AfterEach
  void stop() {
    service.close();
    network.close();
  }

  private OutgoingEvent event(String body) {
    return new OutgoingEvent(channel, "chat", body, Map.of());
  }

  private List<String> content() {
    return QueueContent.drain("t-" + channel + ".fifo").stream().map(Message::body).toList();
  }

  @Test
  void what_is_too_large_is_refused_before_it_is_sent_and_nobody_else_suffers() {
    service.publish(event("fine")).join();
    int before = network.calls().size();
    assertThatThrownBy(() -> service.publish(event("ä".repeat(131_072))).join())
        .hasCauseInstanceOf(PermanentFailure.class)
        .hasMessageContaining(channel)
        .hasMessageContaining("262,144");
    assertThat(network.calls()).hasSize(before);
    service.publish(event("x".repeat(262_000))).join();
    assertThat(content()).hasSize(2);
  }

  @Test
  void events_that_are_published_at_once_keep_their_order_in_their_chat() {
    List<CompletableFuture<Void>> published = new ArrayList<>();
    IntStream.range(0, 60).forEach(n -> published.add(service.publish(event("" + n))));
    published.forEach(CompletableFuture::join);
    assertThat(content())
        .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(n -> "" + n).toList());
  }

  @Test
  void characters_that_sqs_does_not_take_arrive_escaped() {
    service.publish(event("{\"text\":\"\uFFFF and \uD800 and \uD83D\uDE00\"}")).join();
    assertThat(content()).containsExactly("{\"text\":\"\\uffff and \\ud800 and \uD83D\uDE00\"}");
  }

  @Test
  void while_the_network_is_away_nothing_is_lost_and_nothing_overtakes() {
    service.publish(event("before")).join();
    network.cut();
    List<CompletableFuture<Void>> published =
        List.of(
            service.publish(event("1")), service.publish(event("2")), service.publish(event("3")));
    await().until(() -> !service.health.isUp());
    assertThat(service.health.ends().values())
        .anyMatch(reason -> reason.contains("letstalk.aws.endpoint"));
    network.mend();
    published.forEach(CompletableFuture::join);
    await().until(service.health::isUp);
    assertThat(content()).containsExactly("before", "1", "2", "3");
  }

  @Test
  void what_cannot_be_published_in_time_fails_and_takes_those_behind_it_along() {
    try (Service hasty = new Service(merged(Map.of("letstalk.aws.publish-within", "PT1S")))) {
      hasty.publish(event("before")).join();
      network.deny("PublishBatch");
      var first = hasty.publish(event("1"));
      var second = hasty.publish(event("2"));
      assertThatThrownBy(first::join).hasMessageContaining("sns:Publish");
      assertThatThrownBy(second::join).hasMessageContaining("sns:Publish");
    }
  }

  private Map<String, String> merged(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(network.setting());
    all.putAll(more);
    return all;
  }

  @Test
  void a_broker_that_is_away_at_start_is_used_as_soon_as_it_is_there() {
    network.cut();
    List<String> seen = new CopyOnWriteArrayList<>();
    service.reads(
        channel,
        channel,
        message -> {
          seen.add(message.getPayload());
          return message.ack();
        });
    var published = service.publish(event("1"));
    await().until(() -> service.health.ends().get("in:" + channel).contains("got no answer"));
    network.mend();
    published.join();
    await().until(() -> seen.contains("1"));
    await().until(service.health::isUp);
  }

  @Test
  void a_broker_that_comes_back_empty_gets_its_topics_and_queues_again() {
    Path folder = TestAws.freshFolder();
    LocalAws first = LocalAws.start(folder);
    int port = first.endpoint().getPort();
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Service lasting =
        new Service(Map.of("letstalk.aws.endpoint", first.endpoint().toString()))) {
      lasting
          .reads(
              channel,
              channel,
              message -> {
                seen.add(message.getPayload());
                return message.ack();
              })
          .ready();
      lasting.publish(event("1")).join();
      await().until(() -> seen.contains("1"));
      first.process().kill();
      await().until(() -> !lasting.health.isUp());
      try (LocalAws second = LocalAws.start(folder, port)) {
        await().until(lasting.health::isUp);
        lasting.publish(event("2")).join();
        await().until(() -> seen.contains("2"));
      }
    }
  }
}
