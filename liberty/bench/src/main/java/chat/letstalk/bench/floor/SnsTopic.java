package chat.letstalk.bench.floor;

import chat.letstalk.bench.BenchException;
import chat.letstalk.stack.LocalAws;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A FIFO topic of the bench's own with one FIFO queue under it, as the product makes them for
 * channels that keep an order. Every call waits for its answer, 25 s at most. Thread-safe.
 */
final class SnsTopic implements AutoCloseable {

  private static final Duration CALL_WITHIN = Duration.ofSeconds(25);

  /** What the local ones are shown, as they look at none. */
  private static final StaticCredentialsProvider ANY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("bench", "bench"));

  private final String name = "letstalk-bench-" + UUID.randomUUID() + ".fifo";
  private final SnsAsyncClient sns;
  private final SqsAsyncClient sqs;
  private String topicArn;
  private String queueUrl;

  private SnsTopic(URI endpoint) {
    this.sns =
        reaching(
                endpoint,
                SnsAsyncClient.builder().httpClientBuilder(NettyNioAsyncHttpClient.builder()))
            .build();
    this.sqs =
        reaching(
                endpoint,
                SqsAsyncClient.builder().httpClientBuilder(NettyNioAsyncHttpClient.builder()))
            .build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B reaching(URI endpoint, B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalAws.REGION))
        .credentialsProvider(ANY)
        .overrideConfiguration(limits -> limits.apiCallTimeout(CALL_WITHIN));
  }

  /** Makes both. */
  static SnsTopic at(URI endpoint) {
    SnsTopic topic = new SnsTopic(endpoint);
    try {
      topic.create();
      return topic;
    } catch (CompletionException e) {
      topic.close();
      throw new BenchException("SNS or SQS refuses the bench's own topic: " + e.getMessage(), e);
    }
  }

  private void create() {
    topicArn =
        sns.createTopic(
                ask ->
                    ask.name(name)
                        .attributes(
                            Map.of("FifoTopic", "true", "FifoThroughputScope", "MessageGroup")))
            .join()
            .topicArn();
    queueUrl =
        sqs.createQueue(
                ask ->
                    ask.queueName(name)
                        .attributes(
                            Map.of(
                                QueueAttributeName.FIFO_QUEUE,
                                "true",
                                QueueAttributeName.DEDUPLICATION_SCOPE,
                                "messageGroup",
                                QueueAttributeName.FIFO_THROUGHPUT_LIMIT,
                                "perMessageGroupId")))
            .join()
            .queueUrl();
    String queueArn =
        sqs.getQueueAttributes(
                ask -> ask.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
            .join()
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    sns.subscribe(
            ask ->
                ask.topicArn(topicArn)
                    .protocol("sqs")
                    .endpoint(queueArn)
                    .attributes(Map.of("RawMessageDelivery", "true")))
        .join();
  }

  PublishBatchResponse publish(List<PublishBatchRequestEntry> events) {
    return sns.publishBatch(ask -> ask.topicArn(topicArn).publishBatchRequestEntries(events))
        .join();
  }

  /** None when none came in time. */
  List<Message> receive(int most, int waitSeconds) {
    return sqs.receiveMessage(
            ask -> ask.queueUrl(queueUrl).maxNumberOfMessages(most).waitTimeSeconds(waitSeconds))
        .join()
        .messages();
  }

  void delete(List<DeleteMessageBatchRequestEntry> received) {
    sqs.deleteMessageBatch(ask -> ask.queueUrl(queueUrl).entries(received)).join();
  }

  @Override
  public void close() {
    try (sns;
        sqs) {
      if (topicArn != null) {
        sns.deleteTopic(ask -> ask.topicArn(topicArn)).join();
      }
      if (queueUrl != null) {
        sqs.deleteQueue(ask -> ask.queueUrl(queueUrl)).join();
      }
    } catch (SdkException | CompletionException e) {
      throw new BenchException(
          "The topic or queue "
              + name
              + " may be left behind: "
              + e.getMessage()
              + " Delete it by hand.",
          e);
    }
  }
}
