package chat.letstalk.lambda.linkpreview;

import chat.letstalk.linkpreview.assembly.LinkPreviewSuite;
import chat.letstalk.stack.LocalLambda;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The service, which leaves looking at pages to the packaged function: the same promises. */
class LambdaLinkPreviewTest extends LinkPreviewSuite {

  @TempDir static Path data;
  private static DeployedFunctions functions;

  @BeforeAll
  static void deploy() {
    // The service's default name.
    functions =
        new DeployedFunctions(data).deploy("letstalk-link-preview", Duration.ofSeconds(20), true);
  }

  @AfterAll
  static void end() {
    functions.close();
  }

  @Override
  protected Map<String, String> configuration() {
    return Map.of(
        "letstalk.link-preview",
        "lambda",
        "letstalk.link-preview.lambda.region",
        LocalLambda.REGION,
        "letstalk.link-preview.lambda.endpoint",
        functions.endpoint().toString(),
        "letstalk.link-preview.lambda.answer-within",
        "PT60S");
  }
}
