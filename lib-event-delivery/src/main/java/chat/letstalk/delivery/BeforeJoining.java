package chat.letstalk.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Something to be done with the broker before a consumer joins its group. Kafka configures
 * interceptors while it makes a consumer; one that fails fails the consumer, and the connector
 * tries again for {@code creation.retry.seconds}.
 */
abstract class BeforeJoining implements ConsumerInterceptor<Object, Object> {

  private static final int ANSWER_MILLIS = 10_000;
  private static final int PATIENCE_MILLIS = 30_000;

  /** Whether there is anything to do for a consumer. */
  boolean concerns(Map<String, ?> consumer) {
    return true;
  }

  /**
   * @param admin for the consumer's broker, with the consumer's own settings
   * @throws KafkaException when there is to be no consumer yet
   */
  abstract void prepare(Admin admin, Map<String, ?> consumer) throws InterruptedException;

  @Override
  public final void configure(Map<String, ?> consumer) {
    if (!concerns(consumer)) {
      return;
    }
    try (Admin admin = Admin.create(connection(consumer))) {
      prepare(admin, consumer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Interrupted before a consumer joined its group", e);
    }
  }

  private static Map<String, Object> connection(Map<String, ?> consumer) {
    Map<String, Object> connection = new HashMap<>(consumer);
    connection.keySet().retainAll(AdminClientConfig.configNames());
    connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return connection;
  }

  static <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public final ConsumerRecords<Object, Object> onConsume(ConsumerRecords<Object, Object> records) {
    return records;
  }

  @Override
  public final void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    // Where the group goes on is its own affair.
  }

  @Override
  public final void close() {
    // Nothing stays open.
  }
}
