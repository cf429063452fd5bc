package chat.letstalk.imagestore;

import java.time.Duration;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the connection to S3. The SDK's standard mode tries a call up to three times. */
final class S3Clients {

  private static final int CONNECTIONS = 64;
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
  private static final Duration SILENT_FOR = Duration.ofSeconds(10);
  private static final Duration CALL_WITHIN = Duration.ofSeconds(45);

  private S3Clients() {}

  static S3Client of(S3Settings settings) {
    S3ClientBuilder builder =
        S3Client.builder()
            .forcePathStyle(settings.pathStyle())
            .httpClientBuilder(
                ApacheHttpClient.builder()
                    .maxConnections(CONNECTIONS)
                    .connectionTimeout(CONNECT_WITHIN)
                    .connectionAcquisitionTimeout(SILENT_FOR)
                    .socketTimeout(SILENT_FOR))
            .overrideConfiguration(limits -> limits.apiCallTimeout(CALL_WITHIN));
    settings.region().map(Region::of).ifPresent(builder::region);
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
