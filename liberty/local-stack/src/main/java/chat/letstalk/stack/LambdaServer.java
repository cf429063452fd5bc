package chat.letstalk.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The process that is {@link LocalLambda} in a stack, with our own functions deployed. */
final class LambdaServer {

  private LambdaServer() {}

  /** Serves until it is told to end: data folder, port. */
  public static void main(String[] words) {
    LocalLambda.start(Path.of(words[0]), Integer.parseInt(words[1]), imageProcessing());
  }

  /** As in {@code lambdas/template.yaml}, with as many environments as the service has lanes. */
  private static LambdaFunction imageProcessing() {
    return new LambdaFunction(
        "letstalk-image-processing",
        Checkout.find().function("image-processing"),
        "chat.letstalk.lambda.imageprocessing.ImageProcessingHandler",
        1024,
        Duration.ofSeconds(45),
        2,
        Map.of());
  }
}
