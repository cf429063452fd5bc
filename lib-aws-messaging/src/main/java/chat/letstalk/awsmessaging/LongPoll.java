package chat.letstalk.awsmessaging;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Asks a queue for events, and waits for some for as long as is configured. Thread-safe. */
final class LongPoll {

  /** What an answer may take beyond the wait itself. */
  private static final Duration ANSWER = Duration.ofSeconds(8);

  private final SqsAsyncClient sqs;
  private final AwsCalls calls;
  private final AwsSettings settings;

  LongPoll(SqsAsyncClient sqs, AwsCalls calls, AwsSettings settings) {
    this.sqs = sqs;
    this.calls = calls;
    this.settings = settings;
  }

  /** For how long the events are hidden from others. */
  int visibilitySeconds() {
    return (int) settings.visibility().toSeconds();
  }

  /** Up to ten events; none when none came in time. */
  List<Message> receive(Queue queue) {
    Duration patience = settings.poll().plus(ANSWER);
    return calls
        .answer(
            "sqs:ReceiveMessage",
            queue.name(),
            sqs.receiveMessage(
                ask ->
                    ask.queueUrl(queue.url())
                        .maxNumberOfMessages(Destination.MOST_EVENTS)
                        .waitTimeSeconds((int) settings.poll().toSeconds())
                        .visibilityTimeout(visibilitySeconds())
                        .messageAttributeNames("All")
                        .overrideConfiguration(
                            limits ->
                                limits.apiCallAttemptTimeout(patience).apiCallTimeout(patience))))
        .messages();
  }
}
