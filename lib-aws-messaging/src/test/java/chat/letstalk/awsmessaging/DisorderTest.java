package chat.letstalk.awsmessaging;

import static chat.letstalk.awsmessaging.TestAws.await;
import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.delivery.ChannelSuite;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.EventHandler;
import chat.letstalk.delivery.Lanes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** SQS repeats and reorders by nature; here by force. */
class DisorderTest {

  private final String channel = TestAws.freshChannel();

  public record Numbered(int number) {}

  /** A queue without order, every event in it three times, shuffled. */
  private void disorder(int events) {
    List<Integer> numbers = new ArrayList<>();
    IntStream.range(0, events).forEach(n -> numbers.addAll(List.of(n, n, n)));
    Collections.shuffle(numbers, new Random(7));
    String url = QueueContent.urlOf("t-" + channel);
    for (int number : numbers) {
      QueueContent.CLIENTS
          .sqs()
          .sendMessage(ask -> ask.queueUrl(url).messageBody("{\"number\":" + number + "}"))
          .join();
    }
  }

  /** With a real delivery: its handler knows events again, as those of the services do. */
  @Test
  void each_event_ends_handled_though_it_came_thrice_and_in_any_order_and_none_is_left() {
    ScheduledExecutorService threads = Executors.newScheduledThreadPool(4);
    Set<Integer> known = ConcurrentHashMap.newKeySet();
    List<Integer> handled = new CopyOnWriteArrayList<>();
    EventHandler<Numbered> handler =
        event -> {
          if (event.number() == 13) {
            throw new IllegalStateException("never");
          }
          if (known.add(event.number())) {
            handled.add(event.number());
          }
        };
    try (Service service = new Service(Map.of(), false)) {
      EventDelivery delivery = ChannelSuite.quick(threads, new AwsBroker(), service::publish);
      Lanes lanes = new Lanes(4);
      service
          .reads(
              channel,
              channel,
              message -> lanes.put(delivery.handle(channel, message, Numbered.class, handler)))
          .ready();
      disorder(20);
      await().until(() -> handled.size() == 19);
      await().until(() -> QueueContent.countOf("t-" + channel) == 0);
      assertThat(QueueContent.countOf("t-" + channel + "-dead-letters")).isEqualTo(3);
    } finally {
      threads.shutdownNow();
    }
    assertThat(handled).hasSize(19).doesNotContain(13);
  }

  @Test
  void a_repeated_publication_of_an_event_arrives_once_where_order_is_kept() {
    List<String> seen = new CopyOnWriteArrayList<>();
    try (Service service = new Service(Map.of())) {
      service
          .reads(
              channel,
              channel,
              message -> {
                seen.add(message.getPayload());
                return message.ack();
              })
          .ready();
      service.publishAll(channel, "chat", "1", "1", "2", "1");
      await().until(() -> seen.contains("2"));
      service.publishAll(channel, "chat", "3");
      await().until(() -> seen.contains("3"));
    }
    assertThat(seen).containsExactly("1", "2", "3");
  }
}
