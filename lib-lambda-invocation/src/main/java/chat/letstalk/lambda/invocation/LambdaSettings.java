package chat.letstalk.lambda.invocation;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;

/**
 * Which function on AWS Lambda does the work, and how to reach it; whatever is empty, and
 * credentials, the AWS SDK finds by itself. Immutable.
 *
 * @param prefix of the keys, with its last dot: {@code letstalk.link-preview.lambda.}
 * @param function name or ARN
 * @param answerWithin the longest wait, repetitions included
 * @param concurrency invocations at a time
 */
public record LambdaSettings(
    String prefix,
    String function,
    Optional<String> region,
    Optional<URI> endpoint,
    Duration answerWithin,
    int concurrency) {

  /**
   * Reads {@code function}, {@code region}, {@code endpoint} and {@code answer-within}.
   *
   * @param prefix of the keys, with its last dot
   * @param concurrency invocations at a time
   * @param values gives the value of a key, empty where it has none
   * @throws IllegalArgumentException names the key whose value is missing or of no use
   */
  public static LambdaSettings read(
      String prefix, int concurrency, Function<String, Optional<String>> values) {
    Values all = new Values(prefix, values);
    return new LambdaSettings(
        prefix,
        all.required("function", Function.identity()),
        all.optional("region", Function.identity()),
        all.optional("endpoint", URI::create),
        all.required("answer-within", Duration::parse),
        concurrency);
  }

  /** The function, ready to be invoked; whoever takes it closes it. */
  public RemoteFunction remoteFunction() {
    return new RemoteFunction(client(), function, prefix);
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

  private record Values(String prefix, Function<String, Optional<String>> values) {

    <T> T required(String name, Function<String, T> type) {
      return optional(name, type)
          .orElseThrow(
              () -> new IllegalArgumentException("%s%s is missing".formatted(prefix, name)));
    }

    <T> Optional<T> optional(String name, Function<String, T> type) {
      return values
          .apply(prefix + name)
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .map(value -> parsed(name, value, type));
    }

    private <T> T parsed(String name, String value, Function<String, T> type) {
      try {
        return type.apply(value);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "%s%s is %s, which cannot be read".formatted(prefix, name, value), e);
      }
    }
  }
}
