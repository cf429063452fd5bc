package chat.letstalk.awsmessaging;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The topology, created where it is missing when that is allowed, and otherwise looked for. */
final class AwsTopology implements Topology {

  private static final Logger LOG = Logger.getLogger(AwsTopology.class.getName());

  /** How long an event may wait for a service that is away; what SQS does by itself. */
  private static final Duration RETENTION = Duration.ofDays(4);

  private final AwsNames names;
  private final Topics topics;
  private final Queues queues;
  private final AwsSettings settings;

  AwsTopology(AwsNames names, Topics topics, Queues queues, AwsSettings settings) {
    this.names = names;
    this.topics = topics;
    this.queues = queues;
    this.settings = settings;
  }

  @Override
  public String topic(String channel) {
    String name = names.topic(channel);
    if (settings.create()) {
      return topics.create(name);
    }
    // Only a queue tells the account without a further permission, and there always is this one.
    String arn = topicBeside(deadLetters(channel), name);
    if (!topics.exists(arn)) {
      throw missing("Topic", name);
    }
    return arn;
  }

  private static String topicBeside(Queue queue, String name) {
    String account = queue.arn().substring(0, queue.arn().lastIndexOf(':') + 1);
    return account.replace(":sqs:", ":sns:") + name;
  }

  @Override
  public Queue deadLetters(String channel) {
    String name = names.deadLetters(channel);
    return queues
        .find(name)
        .orElseGet(
            () -> {
              requireCreation("Queue", name);
              return queues.create(name, Queues.LONGEST_RETENTION, Map.of(), Map.of());
            });
  }

  @Override
  public Queue group(String channel, String group) {
    String name = names.queue(channel, group);
    String topic = topic(channel);
    Queue deadLetters = deadLetters(channel);
    Queue queue =
        queues
            .find(name)
            .orElseGet(
                () -> {
                  requireCreation("Queue", name);
                  return queues.create(
                      name, RETENTION, attributes(topic, name, deadLetters), Map.of());
                });
    if (settings.create()) {
      queues.complete(queue, topic, QueuePolicies.redrive(deadLetters.arn(), settings.receives()));
      topics.subscribe(topic, queue);
    } else {
      check(topic, queue);
    }
    return queue;
  }

  private void check(String topic, Queue queue) {
    if (!topics.isSubscribed(topic, queue)) {
      throw new AwsFailure(
          "Queue %s is not subscribed to %s with RawMessageDelivery=true: subscribe it, or set %s=true"
              .formatted(queue.name(), topic, AwsSettings.CREATE),
          null);
    }
    if (!queues.redrives(queue)) {
      LOG.log(
          Level.WARNING,
          () ->
              "Queue %s has no redrive policy: an event that kills every reader would come for ever"
                  .formatted(queue.name()));
    }
  }

  @Override
  public ReplicaQueue replica(String channel, String name, Map<String, String> tags) {
    String topic = topic(channel);
    String full = names.queue(channel, name);
    Queue queue =
        queues.create(
            full, settings.goneAfter(), attributes(topic, full, deadLetters(channel)), tags);
    return new ReplicaQueue(queue, topics.subscribe(topic, queue));
  }

  private Map<QueueAttributeName, String> attributes(
      String topic, String queue, Queue deadLetters) {
    String account = deadLetters.arn().substring(0, deadLetters.arn().lastIndexOf(':') + 1);
    Map<QueueAttributeName, String> attributes = new HashMap<>();
    attributes.put(QueueAttributeName.POLICY, QueuePolicies.from(topic, account + queue));
    attributes.put(
        QueueAttributeName.REDRIVE_POLICY,
        QueuePolicies.redrive(deadLetters.arn(), settings.receives()));
    return attributes;
  }

  private void requireCreation(String kind, String name) {
    if (!settings.create()) {
      throw missing(kind, name);
    }
  }

  private static AwsFailure missing(String kind, String name) {
    return new AwsFailure(
        "%s %s does not exist, and %s=false: create it as src-docs/operator/channels.md says, or set %s=true"
            .formatted(kind, name, AwsSettings.CREATE, AwsSettings.CREATE),
        null);
  }
}
