package chat.letstalk.awsmessaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Finds and makes topics and their subscriptions. Thread-safe. */
final class Topics {

  private static final String RAW = "RawMessageDelivery";
  private static final String KMS_KEY = "KmsMasterKeyId";

  private final SnsAsyncClient sns;
  private final AwsCalls calls;
  private final Optional<String> kmsKey;

  Topics(SnsAsyncClient sns, AwsCalls calls, Optional<String> kmsKey) {
    this.sns = sns;
    this.calls = calls;
    this.kmsKey = kmsKey;
  }

  /** Makes a topic; one that is there with the same attributes is as good. */
  String create(String name) {
    Map<String, String> attributes = new HashMap<>();
    kmsKey.ifPresent(key -> attributes.put(KMS_KEY, key));
    if (AwsNames.isFifo(name)) {
      attributes.put("FifoTopic", "true");
      attributes.put("ContentBasedDeduplication", "false");
      attributes.put("FifoThroughputScope", "MessageGroup");
    }
    return calls
        .answer(
            "sns:CreateTopic", name, sns.createTopic(ask -> ask.name(name).attributes(attributes)))
        .topicArn();
  }

  /** Whether there is a topic. */
  boolean exists(String arn) {
    try {
      calls.answer("sns:GetTopicAttributes", arn, sns.getTopicAttributes(ask -> ask.topicArn(arn)));
      return true;
    } catch (AwsFailure e) {
      if (e.isMissing()) {
        return false;
      }
      throw e;
    }
  }

  /**
   * Subscribes a queue, so that events arrive there as they were published. A subscription that is
   * there is as good.
   *
   * @return its ARN; of queues, AWS asks for no confirmation
   */
  String subscribe(String topicArn, Queue queue) {
    return calls
        .answer(
            "sns:Subscribe",
            topicArn,
            sns.subscribe(
                ask ->
                    ask.topicArn(topicArn)
                        .protocol("sqs")
                        .endpoint(queue.arn())
                        .attributes(Map.of(RAW, "true"))
                        .returnSubscriptionArn(true)))
        .subscriptionArn();
  }

  /** Finds out whether a queue is subscribed, and raw. */
  boolean isSubscribed(String topicArn, Queue queue) {
    String page = null;
    do {
      String next = page;
      var answer =
          calls.answer(
              "sns:ListSubscriptionsByTopic",
              topicArn,
              sns.listSubscriptionsByTopic(ask -> ask.topicArn(topicArn).nextToken(next)));
      for (Subscription subscription : answer.subscriptions()) {
        if (queue.arn().equals(subscription.endpoint())) {
          return isRaw(subscription.subscriptionArn());
        }
      }
      page = answer.nextToken();
    } while (page != null);
    return false;
  }

  private boolean isRaw(String subscription) {
    return "true"
        .equals(
            calls
                .answer(
                    "sns:GetSubscriptionAttributes",
                    subscription,
                    sns.getSubscriptionAttributes(ask -> ask.subscriptionArn(subscription)))
                .attributes()
                .get(RAW));
  }

  void unsubscribe(String subscription) {
    calls.answer(
        "sns:Unsubscribe", subscription, sns.unsubscribe(ask -> ask.subscriptionArn(subscription)));
  }
}
