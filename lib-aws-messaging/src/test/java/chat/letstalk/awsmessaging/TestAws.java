package chat.letstalk.awsmessaging;

import chat.letstalk.stack.LocalAws;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.Config;

/** A real SNS and SQS (fauxqs), started once for all tests of the module. */
final class TestAws {

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  private static final LocalAws AWS = start();

  private TestAws() {}

  private static LocalAws start() {
    LocalAws aws = LocalAws.start(freshFolder());
    Runtime.getRuntime().addShutdownHook(new Thread(aws::close));
    return aws;
  }

  static Path freshFolder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "aws-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static URI endpoint() {
    return AWS.endpoint();
  }

  /** A channel of that name and everything about it is this test's alone. */
  static String freshChannel() {
    return "c" + UUID.randomUUID().toString().substring(0, 13);
  }

  /** The configuration as a service has it, with short times. */
  static Config config(Map<String, String> more) {
    Map<String, String> all = new HashMap<>();
    all.put("letstalk.aws.region", LocalAws.REGION);
    all.put("letstalk.aws.endpoint", endpoint().toString());
    all.put("letstalk.aws.prefix", "t-");
    all.put("letstalk.aws.create", "true");
    all.put("letstalk.aws.visibility", "PT2S");
    all.put("letstalk.aws.poll", "PT1S");
    all.put("letstalk.aws.in-flight", "64");
    all.put("letstalk.aws.receives", "20");
    all.put("letstalk.aws.publish-within", "PT60S");
    all.put("letstalk.aws.replicas.seen-every", "PT0.5S");
    all.put("letstalk.aws.replicas.gone-after", "PT60S");
    all.putAll(more);
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(all, "test", 100))
        .build();
  }

  static AwsSettings settings(Map<String, String> more) {
    return AwsSettings.of(config(more));
  }

  static ConditionFactory await() {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .atMost(Duration.ofSeconds(60));
  }
}
