package chat.letstalk.awsmessaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Removes the queues of replicas that died. Any replica may do so, at any time. Thread-safe. */
final class Orphans {

  private static final Logger LOG = Logger.getLogger(Orphans.class.getName());

  private final AwsNames names;
  private final Topology topology;
  private final Topics topics;
  private final Queues queues;
  private final Clock clock;
  private final Duration goneAfter;

  /**
   * @param goneAfter a queue that has not been in use for so long is an orphan; far more than
   *     clocks differ
   */
  Orphans(
      AwsNames names,
      Topology topology,
      Topics topics,
      Queues queues,
      Clock clock,
      Duration goneAfter) {
    this.names = names;
    this.topology = topology;
    this.topics = topics;
    this.queues = queues;
    this.clock = clock;
    this.goneAfter = goneAfter;
  }

  /** Removes the orphans of a channel. */
  void sweep(String channel) {
    String prefix = names.prefix() + channel + "-";
    for (String url : queues.urlsOf(prefix)) {
      queues
          .find(url.substring(url.lastIndexOf('/') + 1))
          .ifPresent(queue -> sweep(channel, queue));
    }
  }

  private void sweep(String channel, Queue queue) {
    try {
      if (isOrphan(queues.tags(queue))) {
        // Subscribing again is how to learn the subscription's name.
        topics.unsubscribe(topics.subscribe(topology.topic(channel), queue));
        queues.remove(queue);
        LOG.log(
            Level.INFO,
            () -> "Queue %s of a replica that is gone is removed".formatted(queue.name()));
      }
    } catch (AwsFailure e) {
      if (!e.isMissing()) { // another replica was faster
        throw e;
      }
    }
  }

  /** Other queues, the dead letters among them, have no such tag. */
  private boolean isOrphan(Map<String, String> tags) {
    String seen = tags.get(ReplicaSource.SEEN);
    return seen != null
        && Instant.ofEpochSecond(Long.parseLong(seen)).plus(goneAfter).isBefore(clock.instant());
  }
}
