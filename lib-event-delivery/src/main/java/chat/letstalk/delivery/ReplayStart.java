package chat.letstalk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Lets a new consumer group begin some time before its start: with the events that are younger, and
 * where there are none with whatever comes next. Kafka's own {@code auto.offset.reset=by_duration}
 * finds no place to begin in a partition without such an event: it asks again every 30 seconds, and
 * an event waits as long. So the places are looked up and committed before the group's first
 * consumer joins, which is when Kafka configures its interceptors.
 */
public final class ReplayStart extends BeforeJoining {

  static final String TOPIC = "letstalk.replay.topic";
  static final String WINDOW = "letstalk.replay.window";

  /** Sets the group's beginning. */
  @Override
  void prepare(Admin admin, Map<String, ?> consumer) throws InterruptedException {
    String topic = (String) consumer.get(TOPIC);
    String group = (String) consumer.get(ConsumerConfig.GROUP_ID_CONFIG);
    Instant since = Instant.now().minus(Duration.parse((String) consumer.get(WINDOW)));
    try {
      Set<TopicPartition> partitions = partitions(admin, topic);
      if (!partitions.isEmpty()) {
        Map<TopicPartition, OffsetAndMetadata> starts = starts(admin, partitions, since);
        get(admin.alterConsumerGroupOffsets(group, starts).all());
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("No place to begin in " + topic + " could be found", e);
    }
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
