package chat.letstalk.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.bench.load.Batch;
import chat.letstalk.stack.LocalAws;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

class SnsRoundTripsTest {

  private static final StaticCredentialsProvider ANY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  @TempDir Path data;

  @Test
  void every_event_comes_back_and_nothing_is_left_behind() {
    try (LocalAws aws = LocalAws.start(data)) {
      try (SnsRoundTrips trips = SnsRoundTrips.on(aws.endpoint(), " travels")) {
        assertThat(Batch.of("Travelling", 100, 32, n -> trips.start())).hasSize(100);
        assertThat(topics(aws)).isEqualTo(1);
      }
      assertThat(topics(aws)).isZero();
      assertThat(queues(aws)).isZero();
    }
  }

  private static int topics(LocalAws aws) {
    try (SnsAsyncClient sns =
        SnsAsyncClient.builder()
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .endpointOverride(aws.endpoint())
            .region(Region.of(LocalAws.REGION))
            .credentialsProvider(ANY)
            .build()) {
      return sns.listTopics().join().topics().size();
    }
  }

  private static int queues(LocalAws aws) {
    try (SqsAsyncClient sqs =
        SqsAsyncClient.builder()
            .httpClientBuilder(NettyNioAsyncHttpClient.builder())
            .endpointOverride(aws.endpoint())
            .region(Region.of(LocalAws.REGION))
            .credentialsProvider(ANY)
            .build()) {
      return sqs.listQueues().join().queueUrls().size();
    }
  }
}
