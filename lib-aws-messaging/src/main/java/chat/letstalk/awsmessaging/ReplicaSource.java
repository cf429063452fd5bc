package chat.letstalk.awsmessaging;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A queue of one replica's own: made when the replica starts, removed when it stops. A tag says
 * when it was last in use; a queue whose replica has died is removed by another replica.
 * Thread-safe.
 */
final class ReplicaSource implements QueueSource {

  private static final Logger LOG = Logger.getLogger(ReplicaSource.class.getName());

  /** Unix seconds of the queue's last use. */
  static final String SEEN = "letstalk-seen";

  private final String channel;
  private final String name;
  private final Topology topology;
  private final Orphans orphans;
  private final Queues queues;
  private final Topics topics;
  private final Clock clock;
  private int lives;
  private volatile Topology.ReplicaQueue current;

  /**
   * @param name that no other replica has
   */
  ReplicaSource(
      String channel,
      String name,
      Topology topology,
      Orphans orphans,
      Queues queues,
      Topics topics,
      Clock clock) {
    this.channel = channel;
    this.name = name;
    this.topology = topology;
    this.orphans = orphans;
    this.queues = queues;
    this.topics = topics;
    this.clock = clock;
  }

  /** Shows that the queue is in use, and looks for orphans, from now on until the end. */
  void watch(ConnectorThreads threads, Duration seenEvery, Duration goneAfter) {
    threads.every(seenEvery, this::seen);
    sweepLater(threads, goneAfter);
  }

  /** With jitter, so that replicas do not all look at once. */
  private void sweepLater(ConnectorThreads threads, Duration goneAfter) {
    long millis = goneAfter.toMillis();
    Duration wait = Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis / 2, millis + 1));
    threads.workLater(
        wait,
        () -> {
          sweep();
          sweepLater(threads, goneAfter);
        });
  }

  private void sweep() {
    try {
      orphans.sweep(channel);
    } catch (AwsFailure e) {
      LOG.log(
          Level.WARNING,
          () -> "Queues of replicas that are gone could not be removed: " + e.getMessage());
    }
  }

  /** A queue that is gone (swept while this process was suspended) is followed by a new one. */
  @Override
  public Queue open() {
    var made = current;
    if (made != null && queues.find(made.queue().name()).isPresent()) {
      return made.queue();
    }
    sweep();
    // AWS does not let a name be used again at once.
    String fresh = lives == 0 ? name : name + "-" + lives;
    current = topology.replica(channel, fresh, tags());
    lives++;
    return current.queue();
  }

  private Map<String, String> tags() {
    return Map.of(SEEN, String.valueOf(clock.instant().getEpochSecond()));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // its failure is logged
  private void seen() {
    var made = current;
    if (made != null) {
      queues
          .tag(made.queue(), tags())
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  LOG.log(
                      Level.WARNING,
                      failure,
                      () ->
                          "Queue %s could not be tagged as in use".formatted(made.queue().name()));
                }
              });
    }
  }

  @Override
  public void close() {
    var made = current;
    current = null;
    if (made == null) {
      return;
    }
    try {
      topics.unsubscribe(made.subscription());
      queues.remove(made.queue());
    } catch (AwsFailure e) {
      LOG.log(
          Level.WARNING,
          () ->
              "Queue %s of this replica is left behind, for others to remove: %s"
                  .formatted(made.queue().name(), e.getMessage()));
    }
  }
}
