package chat.letstalk.awsmessaging;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * The connections to SNS and SQS. The SDK's standard mode tries a call up to three times, with
 * backoff.
 */
record AwsClients(SnsAsyncClient sns, SqsAsyncClient sqs, SdkAsyncHttpClient http)
    implements AutoCloseable {

  /** Long polls keep one each; publications and acknowledgements need some more. */
  private static final int CONNECTIONS = 128;

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration ATTEMPT_WITHIN = Duration.ofSeconds(10);
  private static final Duration CALL_WITHIN = Duration.ofSeconds(25);

  /** Longer than SQS waits for an event. */
  private static final Duration SILENT_FOR = Duration.ofSeconds(30);

  /**
   * Makes the clients; reaches nobody yet.
   *
   * @throws IllegalArgumentException when no region is known
   */
  static AwsClients of(AwsSettings settings) {
    SdkAsyncHttpClient http =
        NettyNioAsyncHttpClient.builder()
            .maxConcurrency(CONNECTIONS)
            .connectionTimeout(CONNECT_WITHIN)
            .connectionAcquisitionTimeout(ATTEMPT_WITHIN)
            .readTimeout(SILENT_FOR)
            .build();
    try {
      return new AwsClients(
          configured(SnsAsyncClient.builder().httpClient(http), settings).build(),
          configured(SqsAsyncClient.builder().httpClient(http), settings).build(),
          http);
    } catch (SdkClientException e) {
      http.close();
      throw new IllegalArgumentException(
          "%s is not set, and the AWS SDK finds no region by itself: set it, for example to eu-central-1"
              .formatted(AwsSettings.REGION),
          e);
    }
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(B builder, AwsSettings settings) {
    builder.overrideConfiguration(
        limits -> limits.apiCallAttemptTimeout(ATTEMPT_WITHIN).apiCallTimeout(CALL_WITHIN));
    settings.region().map(Region::of).ifPresent(builder::region);
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder;
  }

  @Override
  public void close() {
    sns.close();
    sqs.close();
    http.close();
  }
}
