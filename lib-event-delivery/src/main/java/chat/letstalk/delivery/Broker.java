package chat.letstalk.delivery;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The brokers that can carry the channels, each with what its connector is told of a channel. */
enum Broker {
  /** A topic per channel; a consumer group per service, or per replica. */
  KAFKA("liberty-kafka") {
    @Override
    Map<String, String> forOneReplica(String channel) {
      return incoming(channel, "letstalk-" + channel);
    }

    @Override
    Map<String, String> forEveryReplica(String channel) {
      Map<String, String> attributes =
          incoming(channel, "letstalk-" + channel + "-${letstalk.replica.id}");
      attributes.put("interceptor.classes", ReplayStart.class.getName());
      attributes.put("creation.retry.seconds", "600");
      attributes.put(ReplayStart.TOPIC, channel);
      attributes.put(ReplayStart.WINDOW, "${letstalk.channels." + channel + ".replay}");
      return attributes;
    }

    /** Whatever is in a partition that the group has never read came after the group began. */
    private static Map<String, String> incoming(String channel, String group) {
      Map<String, String> attributes = new HashMap<>();
      attributes.put("topic", channel);
      attributes.put("group.id", group);
      attributes.put("auto.offset.reset", "earliest");
      attributes.put("enable.auto.commit", "false");
      // The connector gives a channel up for good when a place in a partition cannot be found in
      // time; a broker that is away for hours shall not end it.
      attributes.put("default.api.timeout.ms", "86400000");
      return attributes;
    }
  };

  private final String connector;

  Broker(String connector) {
    this.connector = connector;
  }

  /**
   * Finds a broker.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  static Broker named(String name) {
    return Arrays.stream(values())
        .filter(broker -> broker.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s=%s is unknown; known are: %s"
                        .formatted(
                            ChannelsConfigSource.BROKER,
                            name,
                            Arrays.stream(values())
                                .map(Broker::toString)
                                .collect(Collectors.joining(", ")))));
  }

  /** The name under which Reactive Messaging knows the connector. */
  String connector() {
    return connector;
  }

  abstract Map<String, String> forOneReplica(String channel);

  abstract Map<String, String> forEveryReplica(String channel);

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
