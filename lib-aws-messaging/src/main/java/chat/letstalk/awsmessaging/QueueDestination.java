package chat.letstalk.awsmessaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Puts events straight into a queue: dead letters have no topic, which could lose them. */
record QueueDestination(SqsAsyncClient sqs, Queue queue) implements Destination {

  @Override
  public CompletableFuture<Map<Integer, AwsFailure>> send(List<EncodedEvent> batch) {
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>(batch.size());
    for (EncodedEvent event : batch) {
      entries.add(entry(String.valueOf(entries.size()), event));
    }
    return sqs.sendMessageBatch(ask -> ask.queueUrl(queue.url()).entries(entries))
        .thenApply(
            answer -> {
              Map<Integer, AwsFailure> refused = new HashMap<>();
              answer.failed().forEach(f -> refused.put(Integer.valueOf(f.id()), refusal(f)));
              return refused;
            });
  }

  private SendMessageBatchRequestEntry entry(String id, EncodedEvent event) {
    var entry =
        SendMessageBatchRequestEntry.builder()
            .id(id)
            .messageBody(event.body())
            .messageAttributes(attributes(event));
    if (AwsNames.isFifo(queue.name())) {
      entry.messageGroupId(event.group()).messageDeduplicationId(event.deduplicationId());
    }
    return entry.build();
  }

  private static Map<String, MessageAttributeValue> attributes(EncodedEvent event) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    event
        .attributes()
        .forEach(
            (name, value) ->
                attributes.put(
                    name,
                    MessageAttributeValue.builder()
                        .dataType(EncodedEvent.TEXT)
                        .stringValue(value)
                        .build()));
    return attributes;
  }

  private AwsFailure refusal(BatchResultErrorEntry failed) {
    return new AwsFailure(
        "sqs:SendMessage on %s: an event was refused (%s: %s)"
            .formatted(queue.name(), failed.code(), failed.message()),
        null);
  }
}
