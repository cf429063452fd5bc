package chat.letstalk.awsmessaging;

/** The policies of queues, as JSON. Names and ARNs need no escaping there. */
final class QueuePolicies {

  private QueuePolicies() {}

  /** Lets a topic, and nobody else by this, put events into a queue. */
  static String from(String topicArn, String queueArn) {
    return """
        {"Version":"2012-10-17","Statement":[{"Sid":"letstalk","Effect":"Allow",\
        "Principal":{"Service":"sns.amazonaws.com"},"Action":"sqs:SendMessage","Resource":"%s",\
        "Condition":{"ArnEquals":{"aws:SourceArn":"%s"}}}]}"""
        .formatted(queueArn, topicArn);
  }

  /** Moves what was handed out too often to the dead letters. */
  static String redrive(String deadLettersArn, int receives) {
    return """
        {"deadLetterTargetArn":"%s","maxReceiveCount":%d}"""
        .formatted(deadLettersArn, receives);
  }
}
