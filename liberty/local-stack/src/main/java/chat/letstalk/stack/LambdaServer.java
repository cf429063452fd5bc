package chat.letstalk.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The process that is {@link LocalLambda} in a stack, with our own functions deployed. */
final class LambdaServer {

  private static final int ENVIRONMENTS = 2;

  private LambdaServer() {}

  /** Serves until it is told to end: data folder, port. */
  public static void main(String[] words) {
    LocalLambda.start(
        Path.of(words[0]),
        Integer.parseInt(words[1]),
        function(
            "image-processing",
            "chat.letstalk.lambda.imageprocessing.ImageProcessingHandler",
            Duration.ofSeconds(45)),
        function(
            "link-preview",
            "chat.letstalk.lambda.linkpreview.LinkPreviewHandler",
            Duration.ofSeconds(15)));
  }

  /** As in {@code lambdas/template.yaml}; fewer environments, as all are on one machine. */
  private static LambdaFunction function(String service, String handler, Duration timeout) {
    return new LambdaFunction(
        "letstalk-" + service,
        Checkout.find().function(service),
        handler,
        1024,
        timeout,
        ENVIRONMENTS,
        Map.of());
  }
}
