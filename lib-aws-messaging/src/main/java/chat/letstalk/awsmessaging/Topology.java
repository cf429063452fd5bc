package chat.letstalk.awsmessaging;

import java.util.Map;

/**
 * The topics, queues, policies and subscriptions behind the channels. Everything may be asked for
 * again and again; what is there is left as it is. Calls wait for AWS. Thread-safe.
 *
 * <p>Each method throws {@link AwsFailure} when something is missing and not to be created, or
 * cannot be reached, and says what to do about it.
 */
interface Topology {

  /** The ARN of a channel's topic. */
  String topic(String channel);

  /** The queue in which a channel's dead letters are kept. */
  Queue deadLetters(String channel);

  /** The queue of a group of replicas that share a channel's events, subscribed to its topic. */
  Queue group(String channel, String group);

  /**
   * A new queue of one replica, subscribed to a channel's topic: it gets what is published from now
   * on.
   */
  ReplicaQueue replica(String channel, String name, Map<String, String> tags);

  /**
   * A replica's queue and its subscription.
   *
   * @param subscription its ARN
   */
  record ReplicaQueue(Queue queue, String subscription) {}
}
