package chat.letstalk.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The brokers that can carry the channels, each with what its connector is told of a channel. */
enum Broker {
  /** A topic per channel; a consumer group per service, or per replica. */
  KAFKA("liberty-kafka") {
    @Override
    Map<String, String> forOneReplica(String channel) {
      return Map.of(
          "topic",
          channel,
          "group.id",
          "letstalk-" + channel,
          "auto.offset.reset",
          "earliest",
          "enable.auto.commit",
          "false");
    }

    @Override
    Map<String, String> forEveryReplica(String channel) {
      return Map.of(
          "topic",
          channel,
          "group.id",
          "letstalk-" + channel + "-${letstalk.replica.id}",
          // KIP-1106: where a group without offsets begins.
          "auto.offset.reset",
          "by_duration:${letstalk.channels." + channel + ".replay}",
          "enable.auto.commit",
          "false");
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
