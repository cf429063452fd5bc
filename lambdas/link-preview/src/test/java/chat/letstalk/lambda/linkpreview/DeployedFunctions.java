package chat.letstalk.lambda.linkpreview;

import chat.letstalk.lambda.invocation.LambdaSettings;
import chat.letstalk.linkpreview.lambda.LambdaPages;
import chat.letstalk.page.preview.Pages;
import chat.letstalk.stack.LambdaFunction;
import chat.letstalk.stack.LocalLambda;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The packaged handler in AWS's own runtime, behind an endpoint that speaks the Invoke API. */
final class DeployedFunctions implements AutoCloseable {

  private static final int AT_A_TIME = 2;

  private final LocalLambda lambda;

  DeployedFunctions(Path data) {
    // Where the SDK looks for credentials.
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    lambda = LocalLambda.start(data);
  }

  /** Deploys the handler for sites of this machine on any port. */
  DeployedFunctions deploy(String name, Duration deadline, boolean allowPrivate) {
    Map<String, String> environment = new HashMap<>();
    environment.put("LETSTALK_LINK_PREVIEW_DEADLINE", deadline.toString());
    environment.put("LETSTALK_LINK_PREVIEW_PORTS", "1-65535");
    environment.put("LETSTALK_LINK_PREVIEW_ROBOTS", "false");
    environment.put("LETSTALK_LINK_PREVIEW_ALLOW_PRIVATE", String.valueOf(allowPrivate));
    lambda.deploy(
        new LambdaFunction(
            name,
            Path.of(System.getProperty("letstalk.lambda.jar")),
            LinkPreviewHandler.class.getName(),
            512,
            Duration.ofSeconds(60),
            AT_A_TIME,
            environment));
    return this;
  }

  URI endpoint() {
    return lambda.endpoint();
  }

  Pages pages(String function) {
    LambdaSettings settings =
        new LambdaSettings(
            "letstalk.link-preview.lambda.",
            function,
            Optional.of(LocalLambda.REGION),
            Optional.of(lambda.endpoint()),
            Duration.ofSeconds(120),
            AT_A_TIME);
    return new LambdaPages(settings.remoteFunction());
  }

  @Override
  public void close() {
    lambda.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }
}
