package chat.letstalk.bench.floor;

import chat.letstalk.bench.load.Operation;
import chat.letstalk.stack.Choice;
import chat.letstalk.stack.RunningStack;

/**
 * The floor of whatever travels through the broker: one event of a message's size, stored there and
 * received, as notifications are. To be closed, which removes what was made for it.
 */
public interface BrokerRoundTrips extends Operation, AutoCloseable {

  /**
   * Through the stack's own broker, whichever that is.
   *
   * @param event what travels
   */
  static BrokerRoundTrips on(RunningStack stack, String event) {
    return stack.chosen(Choice.BROKER).equals("aws")
        ? SnsRoundTrips.on(stack.awsEndpoint(), event)
        : KafkaRoundTrips.on(stack, event);
  }

  /** What is done, as it stands beside a figure. */
  String name();

  @Override
  void close();
}
