package chat.letstalk.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Connects a service's channels to the broker that {@value #BROKER} names, so that a service only
 * says which channels it reads ({@value #INCOMING}) and for whom ({@code
 * letstalk.channels.<channel>.audience}): {@code one-replica}, each event once for the whole
 * service, or {@code every-replica}, which also begins {@code letstalk.channels.<channel>.replay}
 * before its start. Operators may override each single attribute (MicroProfile Reactive Messaging
 * 3.0, chapter "Message-based Connectors").
 */
public class ChannelsConfigSource implements ConfigSource {

  private static final Logger LOG = Logger.getLogger(ChannelsConfigSource.class.getName());

  static final String BROKER = "letstalk.broker";
  static final String INCOMING = "letstalk.channels.incoming";
  static final String OUTGOING_CONNECTOR =
      "mp.messaging.outgoing." + EventPublisher.CHANNEL + ".connector";

  private final Map<String, String> properties;

  /** Reads what the service declares; called by the configuration itself. */
  public ChannelsConfigSource() {
    this(ofThisApplication());
  }

  ChannelsConfigSource(DeclaredSettings declared, EventBrokers brokers) {
    this(properties(declared, brokers));
  }

  private ChannelsConfigSource(Map<String, String> properties) {
    this.properties = properties;
  }

  /** Says what is wrong: the server's own words for it are that a class has no instance. */
  private static Map<String, String> ofThisApplication() {
    try {
      return properties(DeclaredSettings.ofThisApplication(), EventBrokers.ofThisApplication());
    } catch (IllegalArgumentException | IllegalStateException e) {
      LOG.log(Level.SEVERE, () -> "The service cannot start: " + e.getMessage());
      throw e;
    }
  }

  private static Map<String, String> properties(DeclaredSettings declared, EventBrokers brokers) {
    EventBroker broker = brokers.named(declared.get(BROKER).orElse("kafka"));
    Map<String, String> all = new HashMap<>();
    broker
        .connection(declared::get)
        .forEach(
            (name, value) ->
                all.put("mp.messaging.connector." + broker.connector() + "." + name, value));
    broker
        .outgoing()
        .forEach(
            (name, value) ->
                all.put("mp.messaging.outgoing." + EventPublisher.CHANNEL + "." + name, value));
    all.put(OUTGOING_CONNECTOR, broker.connector());
    declared.get(INCOMING).stream()
        .flatMap(channels -> Stream.of(channels.split(",")))
        .map(String::strip)
        .filter(channel -> !channel.isEmpty())
        .forEach(channel -> all.putAll(incoming(broker, channel, declared)));
    return Map.copyOf(all);
  }

  private static Map<String, String> incoming(
      EventBroker broker, String channel, DeclaredSettings declared) {
    String key = "letstalk.channels." + channel + ".audience";
    String audience = declared.get(key).orElse("one-replica");
    Map<String, String> attributes =
        switch (audience) {
          case "one-replica" -> broker.forOneReplica(channel);
          case "every-replica" -> broker.forEveryReplica(channel);
          default ->
              throw new IllegalArgumentException(
                  "%s is one-replica or every-replica, not %s".formatted(key, audience));
        };
    Map<String, String> named = new HashMap<>();
    attributes.forEach(
        (name, value) -> named.put("mp.messaging.incoming." + channel + "." + name, value));
    named.put("mp.messaging.incoming." + channel + ".connector", broker.connector());
    return named;
  }

  @Override
  public Set<String> getPropertyNames() {
    return properties.keySet();
  }

  @Override
  public String getValue(String name) {
    return properties.get(name);
  }

  @Override
  public String getName() {
    return "channels";
  }

  /** Below everything an operator can set. */
  @Override
  public int getOrdinal() {
    return 50;
  }
}
