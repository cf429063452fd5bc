package chat.letstalk.stack;

import java.util.Map;

/** The other broker. */
record AwsEngine(StackOptions options) implements Engine {

  @Override
  public String part() {
    return LocalAws.PART;
  }

  @Override
  public String software() {
    return "fauxqs, a stand-in for SNS and SQS that forgets everything when it ends";
  }

  @Override
  public StackProcess start() {
    return LocalAws.start(options.data(), options.ports().aws()).process();
  }

  /** The SDK wants credentials, whoever they are shown to. */
  @Override
  public Map<String, String> variables() {
    return Map.of(
        "LETSTALK_AWS_ENDPOINT",
        LocalAws.endpoint(options.ports().aws()).toString(),
        "LETSTALK_AWS_REGION",
        LocalAws.REGION,
        "AWS_ACCESS_KEY_ID",
        "letstalk",
        "AWS_SECRET_ACCESS_KEY",
        Secrets.in(options.data()).of(LocalAws.PART));
  }
}
