package chat.letstalk.delivery;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The brokers on the class path. Thread-safe. */
final class EventBrokers {

  private final List<EventBroker> brokers;

  private EventBrokers(List<EventBroker> brokers) {
    this.brokers = brokers;
  }

  static EventBrokers ofThisApplication() {
    return new EventBrokers(
        ServiceLoader.load(EventBroker.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * Finds a broker by its name.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  EventBroker named(String name) {
    return the(broker -> broker.name().equals(name), ChannelsConfigSource.BROKER + "=" + name);
  }

  /**
   * Finds the broker behind a connector, which is what the events really go to, whoever has said
   * so.
   *
   * @throws IllegalArgumentException when no broker has such a connector
   */
  EventBroker withConnector(String connector) {
    return the(
        broker -> broker.connector().equals(connector),
        ChannelsConfigSource.OUTGOING_CONNECTOR + "=" + connector);
  }

  private EventBroker the(Predicate<EventBroker> wanted, String setting) {
    return brokers.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is unknown; known values of %s are: %s"
                        .formatted(setting, ChannelsConfigSource.BROKER, names())));
  }

  private String names() {
    return brokers.stream().map(EventBroker::name).sorted().collect(Collectors.joining(", "));
  }
}
