package chat.letstalk.awsmessaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Looks into queues from outside, with the SDK alone. */
final class QueueContent {

  static final AwsClients CLIENTS = AwsClients.of(TestAws.settings(Map.of()));

  private QueueContent() {}

  static List<String> queuesLike(String prefix) {
    return CLIENTS.sqs().listQueues(ask -> ask.queueNamePrefix(prefix)).join().queueUrls();
  }

  static String urlOf(String name) {
    return CLIENTS.sqs().getQueueUrl(ask -> ask.queueName(name)).join().queueUrl();
  }

  /** How many events are in a queue, hidden or not. */
  static int countOf(String name) {
    var attributes =
        CLIENTS
            .sqs()
            .getQueueAttributes(
                ask ->
                    ask.queueUrl(urlOf(name))
                        .attributeNames(
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                            QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
            .join()
            .attributesAsStrings();
    return attributes.values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** Takes everything out of a queue. */
  static List<Message> drain(String name) {
    String url = urlOf(name);
    List<Message> all = new ArrayList<>();
    List<Message> some;
    do {
      some =
          CLIENTS
              .sqs()
              .receiveMessage(
                  ask ->
                      ask.queueUrl(url)
                          .maxNumberOfMessages(10)
                          .messageAttributeNames("All")
                          .messageSystemAttributeNamesWithStrings("All"))
              .join()
              .messages();
      some.forEach(
          message ->
              CLIENTS
                  .sqs()
                  .deleteMessage(ask -> ask.queueUrl(url).receiptHandle(message.receiptHandle()))
                  .join());
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }
}
