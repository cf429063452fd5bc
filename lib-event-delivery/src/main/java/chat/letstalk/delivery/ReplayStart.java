package chat.letstalk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Lets a new consumer group begin some time before its start: with the events that are younger, and
 * where there are none with whatever comes next. Kafka's own {@code auto.offset.reset=by_duration}
 * finds no place to begin in a partition without such an event: it asks again every 30 seconds, and
 * an event waits as long. So the places are looked up and committed before the group's first
 * consumer joins. Not thread-safe.
 */
final class ReplayStart {

  static final String TOPIC = "letstalk.replay.topic";
  static final String WINDOW = "letstalk.replay.window";

  private static final int PATIENCE_MILLIS = 30_000;

  private final KafkaAttributes channel;
  private boolean begun;

  ReplayStart(KafkaAttributes channel) {
    this.channel = channel;
  }

  /**
   * Sets the group's beginning, once: a later consumer goes on where the one before it ended.
   *
   * @throws ChannelFailure when it could not be set
   */
  void set() {
    if (!begun) {
      channel.get(TOPIC).ifPresent(this::set);
      begun = true;
    }
  }

  private void set(String topic) {
    Instant since = Instant.now().minus(Duration.parse(channel.get(WINDOW).orElseThrow()));
    try (Admin admin = channel.admin()) {
      Set<TopicPartition> partitions = partitions(admin, topic);
      if (!partitions.isEmpty()) {
        Map<TopicPartition, OffsetAndMetadata> starts = starts(admin, partitions, since);
        get(admin.alterConsumerGroupOffsets(channel.group(), starts).all());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelFailure("Interrupted while a place to begin was looked up", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new ChannelFailure(
          "No place to begin in %s could be found: %s".formatted(topic, e.getMessage()), e);
    }
  }

  private static <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Empty as long as the topic does not exist: all that it will hold comes after the start. */
  private static Set<TopicPartition> partitions(Admin admin, String topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return get(admin.describeTopics(List.of(topic)).allTopicNames())
          .get(topic)
          .partitions()
          .stream()
          .map(partition -> new TopicPartition(topic, partition.partition()))
          .collect(Collectors.toSet());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Set.of();
      }
      throw e;
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> starts(
      Admin admin, Set<TopicPartition> partitions, Instant since)
      throws ExecutionException, InterruptedException, TimeoutException {
    // The ends first: what comes between the two answers is then read rather than missed.
    var ends = offsets(admin, partitions, OffsetSpec.latest());
    var young = offsets(admin, partitions, OffsetSpec.forTimestamp(since.toEpochMilli()));
    Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long first = young.get(partition).offset();
      starts.put(
          partition, new OffsetAndMetadata(first < 0 ? ends.get(partition).offset() : first));
    }
    return starts;
  }

  private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
      Admin admin, Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException, TimeoutException {
    return get(
        admin
            .listOffsets(
                partitions.stream()
                    .collect(Collectors.toMap(partition -> partition, partition -> which)))
            .all());
  }
}
