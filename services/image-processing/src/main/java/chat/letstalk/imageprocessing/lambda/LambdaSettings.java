package chat.letstalk.imageprocessing.lambda;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;

/**
 * How to reach AWS Lambda; whatever is empty, and credentials, the AWS SDK finds by itself.
 * Immutable.
 *
 * @param function name or ARN
 * @param answerWithin the longest wait, repetitions included
 * @param concurrency invocations at a time
 */
public record LambdaSettings(
    String function,
    Optional<String> region,
    Optional<URI> endpoint,
    Duration answerWithin,
    int concurrency) {

  /** Previews as the function makes them. */
  public LambdaPreviews previews() {
    return new LambdaPreviews(client(), function);
  }

  private LambdaClient client() {
    LambdaClientBuilder client =
        LambdaClient.builder()
            .httpClientBuilder(
                Apache5HttpClient.builder()
                    .maxConnections(concurrency)
                    .socketTimeout(answerWithin)
                    .connectionTimeout(answerWithin))
            .overrideConfiguration(override -> override.apiCallTimeout(answerWithin));
    region.map(Region::of).ifPresent(client::region);
    endpoint.ifPresent(client::endpointOverride);
    return client.build();
  }
}
