package chat.letstalk.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.spi.ConnectorFactory;

/**
 * What a channel's connector is told, most of it in the words of Kafka's clients (MicroProfile
 * Reactive Messaging 3.0, chapter "Message-based Connectors").
 */
record KafkaAttributes(Config attributes) {

  private static final int ANSWER_MILLIS = 5_000;

  String channel() {
    return attributes.getValue(ConnectorFactory.CHANNEL_NAME_ATTRIBUTE, String.class);
  }

  String servers() {
    return attributes.getValue(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, String.class);
  }

  String group() {
    return attributes.getValue(ConsumerConfig.GROUP_ID_CONFIG, String.class);
  }

  Optional<String> get(String name) {
    return attributes.getOptionalValue(name, String.class);
  }

  /**
   * Asks the broker of the channel, as the channel would.
   *
   * @throws ChannelFailure when there is no such address
   */
  Admin admin() {
    Map<String, Object> connection = new HashMap<>();
    for (String name : AdminClientConfig.configNames()) {
      get(name).ifPresent(value -> connection.put(name, value));
    }
    connection.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    connection.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    try {
      return Admin.create(connection);
    } catch (KafkaException e) {
      throw new ChannelFailure(
          "Kafka cannot be reached with letstalk.kafka.bootstrap-servers=%s: %s"
              .formatted(servers(), ChannelFailure.rootOf(e).getMessage()),
          e);
    }
  }
}
