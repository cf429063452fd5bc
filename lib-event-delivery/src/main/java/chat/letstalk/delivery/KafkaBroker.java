package chat.letstalk.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Kafka: a topic per channel; a consumer group per service, or per replica. */
public final class KafkaBroker implements EventBroker {

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String connector() {
    return KafkaConnector.NAME;
  }

  @Override
  public Map<String, String> connection(Function<String, Optional<String>> settings) {
    return new KafkaSecurity(settings).attributes();
  }

  /**
   * A broker that is away for ten minutes costs no event and no order: the producer goes on trying
   * by itself. One request at a time: of a producer that it has never seen, a partition takes any
   * sequence number as the first. Were a second request under way when the first one is refused by
   * a broker that is just starting or making the topic, it would be stored first, and the first one
   * be out of order until its time has run out.
   */
  @Override
  public Map<String, String> outgoing() {
    return Map.of(
        "acks", "all",
        "enable.idempotence", "true",
        "max.in.flight.requests.per.connection", "1",
        "linger.ms", "1",
        "compression.type", "none",
        "delivery.timeout.ms", "600000",
        "max.block.ms", "10000",
        "reconnect.backoff.max.ms", "1000");
  }

  @Override
  public Map<String, String> forOneReplica(String channel) {
    return incoming(channel, "letstalk-" + channel);
  }

  @Override
  public Map<String, String> forEveryReplica(String channel) {
    Map<String, String> attributes =
        incoming(channel, "letstalk-" + channel + "-${letstalk.replica.id}");
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
    // The events of a replica that was killed wait as long for another one; Kafka's own 45 seconds
    // are a third of a login code's life.
    attributes.put("session.timeout.ms", "10000");
    // The connector gives a channel up for good when a place in a partition cannot be found in
    // time; a broker that is away for hours shall not end it.
    attributes.put("default.api.timeout.ms", "86400000");
    return attributes;
  }

  @Override
  public boolean replays() {
    return true;
  }

  @Override
  public Object payloadOf(OutgoingEvent event) {
    return KafkaRecords.of(event);
  }

  @Override
  public String keyOf(Message<?> message) {
    return KafkaRecords.keyOf(message);
  }

  @Override
  public Map<String, String> headersOf(Message<?> message) {
    return KafkaRecords.headersOf(message);
  }

  @Override
  public Throwable translated(Throwable failure) {
    return KafkaRecords.translated(failure);
  }
}
