package chat.letstalk.awsmessaging;

import static chat.letstalk.awsmessaging.TestAws.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** SQS repeats and reorders by nature; here by force. */
class DisorderTest {

  private final String channel = TestAws.freshChannel();

  /** A queue without order, every event in it three times, shuffled. */
  private void disorder(int events) {
    List<Integer> numbers = new ArrayList<>();
    IntStream.range(0, events).forEach(n -> numbers.addAll(List.of(n, n, n)));
    Collections.shuffle(numbers, new Random(7));
    String url = QueueContent.urlOf("t-" + channel);
    for (int number : numbers) {
      QueueContent.CLIENTS
          .sqs()
          .sendMessage(ask -> ask.queueUrl(url).messageBody("event " + number))
          .join();
    }
  }

  @Test
  void each_event_ends_handled_though_it_came_thrice_and_in_any_order_and_none_is_left() {
    Set<String> known = ConcurrentHashMap.newKeySet();
    List<String> handled = new CopyOnWriteArrayList<>();
    try (Service service = new Service(Map.of(), false)) {
      service
          .reads(
              channel,
              channel,
              message -> {
                if (known.add(message.getPayload())) { // as every reader drops repeats
                  handled.add(message.getPayload());
                }
                return message.ack();
              })
          .ready();
      disorder(20);
      await().until(() -> handled.size() == 20);
      await().until(() -> QueueContent.countOf("t-" + channel) == 0);
    }
    assertThat(handled).hasSize(20);
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
