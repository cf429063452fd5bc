package chat.letstalk.stack;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions that make previews, behind an Invoke API. */
record LambdaEngine(StackOptions options) implements Engine {

  static final String PART = "lambda";

  @Override
  public String part() {
    return PART;
  }

  @Override
  public String software() {
    return "a stand-in for AWS Lambda";
  }

  @Override
  public StackProcess start() {
    int port = options.ports().lambda();
    return StackProcess.start(PART, options.data(), ofFunctions(), command(port))
        .awaitReady(Readiness.listening(port), DEADLINE);
  }

  private List<String> command(int port) {
    return List.of(
        Jvm.java(),
        "-Xmx64m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dletstalk.checkout=" + Checkout.find().folder(),
        "-cp",
        ourCode().toString(),
        LambdaServer.class.getName(),
        options.data().toString(),
        String.valueOf(port));
  }

  private static Path ourCode() {
    try {
      return Path.of(
          LambdaServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new StackException("The launcher does not know where its own code is.", e);
    }
  }

  /** Functions have settings of the same names as services, and find the bucket by the same. */
  private Map<String, String> ofFunctions() {
    Map<String, String> all = new HashMap<>();
    if (options.bringsS3()) {
      all.putAll(new S3Engine(options).variables());
    }
    all.putAll(options.environment());
    return all;
  }

  @Override
  public Map<String, String> variables() {
    Map<String, String> all = new HashMap<>();
    for (String service : List.of("IMAGE_PROCESSING", "LINK_PREVIEW")) {
      String prefix = "LETSTALK_" + service + "_LAMBDA_";
      all.put(prefix + "ENDPOINT", "http://127.0.0.1:" + options.ports().lambda());
      all.put(prefix + "REGION", LocalLambda.REGION);
    }
    return all;
  }
}
