package chat.letstalk.awsmessaging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;

/** Publishes to a topic. */
record TopicDestination(SnsAsyncClient sns, String arn) implements Destination {

  @Override
  public CompletableFuture<Map<Integer, AwsFailure>> send(List<EncodedEvent> batch) {
    List<PublishBatchRequestEntry> entries = new ArrayList<>(batch.size());
    for (EncodedEvent event : batch) {
      entries.add(entry(String.valueOf(entries.size()), event));
    }
    return sns.publishBatch(ask -> ask.topicArn(arn).publishBatchRequestEntries(entries))
        .thenApply(
            answer -> {
              Map<Integer, AwsFailure> refused = new HashMap<>();
              answer.failed().forEach(f -> refused.put(Integer.valueOf(f.id()), refusal(f)));
              return refused;
            });
  }

  private PublishBatchRequestEntry entry(String id, EncodedEvent event) {
    var entry =
        PublishBatchRequestEntry.builder()
            .id(id)
            .message(event.body())
            .messageAttributes(attributes(event));
    if (AwsNames.isFifo(arn)) {
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
        "sns:Publish on %s: an event was refused (%s: %s)"
            .formatted(arn, failed.code(), failed.message()),
        null);
  }
}
