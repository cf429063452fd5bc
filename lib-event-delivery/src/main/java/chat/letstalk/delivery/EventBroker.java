package chat.letstalk.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A broker that can carry the channels: what its Reactive Messaging connector is told of a channel,
 * and how events look on their way into and out of that connector. The implementations on the class
 * path are found by {@link java.util.ServiceLoader}; {@code letstalk.broker} names one of them.
 * Services never see it. Immutable and thread-safe.
 */
public interface EventBroker {

  /** The value of {@code letstalk.broker} that means this one. */
  String name();

  /** The name under which Reactive Messaging knows the connector; no two brokers share one. */
  String connector();

  /**
   * The connector's attributes for all channels that depend on what an operator has set: how the
   * broker is reached.
   *
   * @param settings the value of a key, as far as it is known before the configuration is complete
   * @throws IllegalArgumentException when a value cannot be; names the key and what can
   */
  Map<String, String> connection(Function<String, Optional<String>> settings);

  /** The connector's attributes for the channel by which all events leave. */
  Map<String, String> outgoing();

  /** The connector's attributes for a channel whose events go once to the whole service. */
  Map<String, String> forOneReplica(String channel);

  /** The connector's attributes for a channel whose events go to every replica of the service. */
  Map<String, String> forEveryReplica(String channel);

  /**
   * Whether a new replica of a channel for every replica also reads events of the time before its
   * start, {@code letstalk.channels.<channel>.replay} long.
   */
  boolean replays();

  /** The event as the payload that the connector takes. */
  Object payloadOf(OutgoingEvent event);

  /**
   * The key of an event from the connector.
   *
   * @return null for none
   */
  String keyOf(Message<?> message);

  /** The headers of an event from the connector; never null. */
  Map<String, String> headersOf(Message<?> message);

  /** A failure to publish, as a {@link PermanentFailure} when no repetition will help. */
  Throwable translated(Throwable failure);
}
