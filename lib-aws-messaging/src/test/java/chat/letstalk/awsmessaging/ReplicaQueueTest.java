package chat.letstalk.awsmessaging;

import static chat.letstalk.awsmessaging.TestAws.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The queues of single replicas: there as long as their replica is. */
class ReplicaQueueTest {

  private static final Map<String, String> SHORT_LIVED =
      Map.of(
          "letstalk.aws.replicas.seen-every", "PT0.5S",
          "letstalk.aws.replicas.gone-after", "PT61S");

  private final String channel = TestAws.freshChannel();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  private Service replica(String name, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("letstalk.channels." + channel + ".audience", "every-replica");
    return new Service(all)
        .readsAsReplica(
            channel,
            name,
            message -> {
              seen.add(name + message.getPayload());
              return message.ack();
            });
  }

  private List<String> queues() {
    return QueueContent.queuesLike("t-" + channel + "-").stream()
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .filter(name -> !name.contains("dead-letters"))
        .toList();
  }

  private int subscriptions() {
    return QueueContent.CLIENTS.sns().listSubscriptions().join().subscriptions().stream()
        .filter(subscription -> subscription.topicArn().contains(channel))
        .toList()
        .size();
  }

  @Test
  void every_replica_gets_every_event_and_takes_its_queue_along_when_it_stops() {
    try (Service one = replica("one", Map.of()).ready();
        Service two = replica("two", Map.of()).ready()) {
      one.publishAll(channel, "chat", "1");
      await().untilAsserted(() -> assertThat(seen).containsExactlyInAnyOrder("one1", "two1"));
      assertThat(queues()).hasSize(2);
    }
    assertThat(queues()).isEmpty();
    assertThat(subscriptions()).isZero();
  }

  @Test
  void the_queue_of_a_replica_that_died_is_removed_by_the_next_and_that_of_a_living_one_is_not() {
    try (AwsProxy network = new AwsProxy();
        Service dead = replica("dead", network.setting()).ready();
        Service living = replica("living", Map.of()).ready()) {
      network.cut();
      age("t-" + channel + "-dead.fifo");
      try (Service next = replica("next", SHORT_LIVED).ready()) {
        assertThat(queues())
            .containsExactlyInAnyOrder(
                "t-" + channel + "-living.fifo", "t-" + channel + "-next.fifo");
        assertThat(subscriptions()).isEqualTo(2);
      }
    }
  }

  /** As if its replica had not been seen for an hour. */
  private static void age(String queue) {
    String hourAgo = String.valueOf(System.currentTimeMillis() / 1000 - 3600);
    QueueContent.CLIENTS
        .sqs()
        .tagQueue(
            ask ->
                ask.queueUrl(QueueContent.urlOf(queue)).tags(Map.of(ReplicaSource.SEEN, hourAgo)))
        .join();
  }

  @Test
  void a_replica_shows_that_it_lives() {
    try (Service service = replica("one", SHORT_LIVED).ready()) {
      String queue = "t-" + channel + "-one.fifo";
      age(queue);
      String aged = seenTag(queue);
      await().until(() -> !seenTag(queue).equals(aged));
    }
  }

  private static String seenTag(String queue) {
    return QueueContent.CLIENTS
        .sqs()
        .listQueueTags(ask -> ask.queueUrl(QueueContent.urlOf(queue)))
        .join()
        .tags()
        .get(ReplicaSource.SEEN);
  }

  @Test
  void a_replica_whose_queue_was_removed_by_mistake_makes_another() {
    try (Service service = replica("one", Map.of()).ready()) {
      QueueContent.CLIENTS
          .sqs()
          .deleteQueue(ask -> ask.queueUrl(QueueContent.urlOf("t-" + channel + "-one.fifo")))
          .join();
      await().until(() -> queues().equals(List.of("t-" + channel + "-one-1.fifo")));
      await().until(service.health::isUp);
      service.publishAll(channel, "chat", "1");
      await().until(() -> seen.contains("one1"));
    }
  }
}
