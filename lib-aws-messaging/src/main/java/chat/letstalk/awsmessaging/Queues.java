package chat.letstalk.awsmessaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Finds, makes and removes queues. Thread-safe. */
final class Queues {

  /** As long as SQS keeps anything. */
  static final Duration LONGEST_RETENTION = Duration.ofDays(14);

  private static final int PAGE = 1000;

  private static final String FIND = "sqs:GetQueueUrl";
  private static final String LOOK = "sqs:GetQueueAttributes";
  private static final String MAKE = "sqs:CreateQueue";
  private static final String CHANGE = "sqs:SetQueueAttributes";

  private final SqsAsyncClient sqs;
  private final AwsCalls calls;
  private final Optional<String> kmsKey;

  Queues(SqsAsyncClient sqs, AwsCalls calls, Optional<String> kmsKey) {
    this.sqs = sqs;
    this.calls = calls;
    this.kmsKey = kmsKey;
  }

  /** The queue of that name, if there is one. */
  Optional<Queue> find(String name) {
    try {
      String url = calls.answer(FIND, name, sqs.getQueueUrl(ask -> ask.queueName(name))).queueUrl();
      String arn = attributes(name, url, QueueAttributeName.QUEUE_ARN).get("QueueArn");
      return Optional.of(new Queue(name, url, arn));
    } catch (AwsFailure e) {
      if (e.isMissing()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Makes a queue; one that is there with the same attributes is as good. */
  Queue create(
      String name,
      Duration retention,
      Map<QueueAttributeName, String> more,
      Map<String, String> tags) {
    Map<QueueAttributeName, String> attributes = new HashMap<>(more);
    attributes.put(
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, String.valueOf(retention.toSeconds()));
    kmsKey.ifPresent(key -> attributes.put(QueueAttributeName.KMS_MASTER_KEY_ID, key));
    if (AwsNames.isFifo(name)) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "false");
      // Chats are many and do not wait for each other.
      attributes.put(QueueAttributeName.DEDUPLICATION_SCOPE, "messageGroup");
      attributes.put(QueueAttributeName.FIFO_THROUGHPUT_LIMIT, "perMessageGroupId");
    }
    String url =
        calls
            .answer(
                MAKE,
                name,
                sqs.createQueue(
                    ask ->
                        ask.queueName(name)
                            .attributes(attributes)
                            .tags(tags.isEmpty() ? null : tags)))
            .queueUrl();
    String arn = attributes(name, url, QueueAttributeName.QUEUE_ARN).get("QueueArn");
    return new Queue(name, url, arn);
  }

  /**
   * Gives a queue that somebody else has made what it lacks; a policy that is there is not touched.
   */
  void complete(Queue queue, String topicArn, String redrive) {
    var now =
        attributes(
            queue.name(),
            queue.url(),
            QueueAttributeName.POLICY,
            QueueAttributeName.REDRIVE_POLICY);
    Map<QueueAttributeName, String> missing = new HashMap<>();
    String policy = now.getOrDefault("Policy", "");
    if (policy.isEmpty()) {
      missing.put(QueueAttributeName.POLICY, QueuePolicies.from(topicArn, queue.arn()));
    } else if (!policy.contains(topicArn)) {
      throw new AwsFailure(
          "The policy of queue %s does not let topic %s send to it: add %s to it"
              .formatted(queue.name(), topicArn, QueuePolicies.from(topicArn, queue.arn())),
          null);
    }
    if (now.getOrDefault("RedrivePolicy", "").isEmpty()) {
      missing.put(QueueAttributeName.REDRIVE_POLICY, redrive);
    }
    if (!missing.isEmpty()) {
      calls.answer(
          CHANGE,
          queue.name(),
          sqs.setQueueAttributes(ask -> ask.queueUrl(queue.url()).attributes(missing)));
    }
  }

  /** Whether a queue has a policy for its dead letters. */
  boolean redrives(Queue queue) {
    return !attributes(queue.name(), queue.url(), QueueAttributeName.REDRIVE_POLICY)
        .getOrDefault("RedrivePolicy", "")
        .isEmpty();
  }

  /** The URLs of all queues whose names begin so. */
  List<String> urlsOf(String prefix) {
    List<String> urls = new ArrayList<>();
    String page = null;
    do {
      String next = page;
      var answer =
          calls.answer(
              "sqs:ListQueues",
              prefix + "*",
              sqs.listQueues(ask -> ask.queueNamePrefix(prefix).maxResults(PAGE).nextToken(next)));
      urls.addAll(answer.queueUrls());
      page = answer.nextToken();
    } while (page != null);
    return urls;
  }

  Map<String, String> tags(Queue queue) {
    return calls
        .answer(
            "sqs:ListQueueTags", queue.name(), sqs.listQueueTags(ask -> ask.queueUrl(queue.url())))
        .tags();
  }

  /** Sets a tag; does not wait for it. */
  CompletableFuture<?> tag(Queue queue, Map<String, String> tags) {
    return sqs.tagQueue(ask -> ask.queueUrl(queue.url()).tags(tags));
  }

  void remove(Queue queue) {
    calls.answer(
        "sqs:DeleteQueue", queue.name(), sqs.deleteQueue(ask -> ask.queueUrl(queue.url())));
  }

  private Map<String, String> attributes(String name, String url, QueueAttributeName... wanted) {
    return calls
        .answer(LOOK, name, sqs.getQueueAttributes(ask -> ask.queueUrl(url).attributeNames(wanted)))
        .attributesAsStrings();
  }
}
