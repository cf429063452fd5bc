package chat.letstalk.delivery;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/**
 * Asks whether the broker lets the service in. A consumer that is refused while it reads ends for
 * good, and its channel with it; one that is not even made is tried again.
 */
public final class Admission extends BeforeJoining {

  private static final int ANSWER_MILLIS = 5_000;

  /** Only who shows something, or wants to be shown something, can be refused. */
  @Override
  boolean concerns(Map<String, ?> consumer) {
    return consumer.containsKey(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
  }

  /**
   * Lets a consumer be made that the broker will take, or whose broker is away: a consumer waits
   * for it by itself.
   */
  @Override
  void prepare(Admin admin, Map<String, ?> consumer) throws InterruptedException {
    try {
      get(admin.describeCluster(new DescribeClusterOptions().timeoutMs(ANSWER_MILLIS)).clusterId());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthenticationException refused) {
        throw new KafkaException(
            "Kafka at %s and this service do not trust each other: %s. Look at letstalk.kafka.user, .password, .sasl-mechanism and .tls.ca-file"
                .formatted(
                    consumer.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG),
                    refused.getMessage()),
            refused);
      }
    } catch (TimeoutException away) {
      // the consumer will wait as well
    }
  }
}
