package chat.letstalk.chatapi.outbox;

/** What the relay tells an operator; thread-safe. */
public interface RelayMeter {

  /** Whether this replica publishes. */
  void leading(boolean now);

  /** How many events wait, about once a second. */
  void waiting(long events);

  void published(int events);

  /** An attempt at a batch failed and is repeated. */
  void failed();

  /** An event was put aside for good. */
  void buried();
}
