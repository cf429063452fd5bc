package chat.letstalk.stack;

import java.util.Map;

/** The bucket of file-storage. */
record S3Engine(StackOptions options) implements Engine {

  @Override
  public String part() {
    return LocalS3.PART;
  }

  @Override
  public String software() {
    return "S3Proxy";
  }

  @Override
  public StackProcess start() {
    return LocalS3.start(options.data(), options.ports().s3()).process();
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "LETSTALK_FILES_S3_BUCKET",
        LocalS3.BUCKET,
        "LETSTALK_FILES_S3_REGION",
        LocalS3.REGION,
        "LETSTALK_FILES_S3_ENDPOINT",
        "http://127.0.0.1:" + options.ports().s3(),
        "LETSTALK_FILES_S3_PATH_STYLE",
        "true",
        "AWS_ACCESS_KEY_ID",
        LocalS3.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        LocalS3.secretKeyIn(options.data()));
  }
}
