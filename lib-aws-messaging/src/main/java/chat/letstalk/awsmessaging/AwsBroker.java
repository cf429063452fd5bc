package chat.letstalk.awsmessaging;

import chat.letstalk.delivery.EventBroker;
import chat.letstalk.delivery.OutgoingEvent;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.reactive.messaging.Message;

/** SNS and SQS: a topic per channel; a queue per service, or per replica. */
public final class AwsBroker implements EventBroker {

  /** The attribute that names the channel. */
  static final String CHANNEL = "channel";

  /** The attribute that names the queue, without prefix and suffix. */
  static final String QUEUE = "queue";

  /** The attribute that says whether the queue is a single replica's. */
  static final String OF_REPLICA = "of-replica";

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public String connector() {
    return AwsConnector.NAME;
  }

  /** The connector reads {@code letstalk.aws.*} itself. */
  @Override
  public Map<String, String> connection(Function<String, Optional<String>> settings) {
    return Map.of();
  }

  @Override
  public Map<String, String> outgoing() {
    return Map.of();
  }

  @Override
  public Map<String, String> forOneReplica(String channel) {
    return Map.of(CHANNEL, channel, QUEUE, channel, OF_REPLICA, "false");
  }

  @Override
  public Map<String, String> forEveryReplica(String channel) {
    return Map.of(CHANNEL, channel, QUEUE, channel + "-${letstalk.replica.id}", OF_REPLICA, "true");
  }

  /** A queue gets what comes after its subscription. */
  @Override
  public boolean replays() {
    return false;
  }

  @Override
  public Object payloadOf(OutgoingEvent event) {
    return event;
  }

  @Override
  public String keyOf(Message<?> message) {
    return message.unwrap(ReceivedEvent.class).key();
  }

  @Override
  public Map<String, String> headersOf(Message<?> message) {
    return message.unwrap(ReceivedEvent.class).headers();
  }

  /** The connector says so itself. */
  @Override
  public Throwable translated(Throwable failure) {
    return failure;
  }
}
