package chat.letstalk.awsmessaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Where the events of a channel go: its topic, or for dead letters their queue. */
interface Destination {

  /** The most events that AWS takes at a time. */
  int MOST_EVENTS = 10;

  /**
   * Sends a batch.
   *
   * @return what was refused: the position in the batch, and why; completed exceptionally when it
   *     is not known what has become of them
   */
  CompletableFuture<Map<Integer, AwsFailure>> send(List<EncodedEvent> batch);
}
