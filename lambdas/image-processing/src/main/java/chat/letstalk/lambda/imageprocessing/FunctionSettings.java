package chat.letstalk.lambda.imageprocessing;

import chat.letstalk.images.preview.PreviewLimits;
import chat.letstalk.imagestore.S3Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The function's settings, under the names that services have for the same: {@code
 * LETSTALK_FILES_S3_BUCKET} (required), {@code ..._REGION}, {@code ..._ENDPOINT}, {@code
 * ..._PATH_STYLE}, {@code ..._ENCRYPTION}, {@code ..._KMS_KEY}; {@code
 * LETSTALK_IMAGE_PROCESSING_MAX_BYTES}, {@code ..._MAX_PIXELS}, {@code ..._WITHIN}.
 *
 * @param bucket that of file-storage
 * @param limits what one picture may cost
 */
record FunctionSettings(S3Settings bucket, PreviewLimits limits) {

  private static final String S3 = "LETSTALK_FILES_S3_";
  private static final String LIMIT = "LETSTALK_IMAGE_PROCESSING_";

  static FunctionSettings of(Map<String, String> environment) {
    return new FunctionSettings(bucket(environment), limits(environment));
  }

  private static S3Settings bucket(Map<String, String> environment) {
    return new S3Settings(
        set(environment, S3 + "BUCKET")
            .orElseThrow(
                () -> new IllegalArgumentException(S3 + "BUCKET must name file-storage's bucket")),
        set(environment, S3 + "REGION"),
        set(environment, S3 + "ENDPOINT").map(URI::create),
        set(environment, S3 + "PATH_STYLE").map(Boolean::valueOf).orElse(false),
        set(environment, S3 + "ENCRYPTION").orElse("none"),
        set(environment, S3 + "KMS_KEY"));
  }

  private static PreviewLimits limits(Map<String, String> environment) {
    PreviewLimits usual = PreviewLimits.DEFAULT;
    return new PreviewLimits(
        set(environment, LIMIT + "MAX_BYTES").map(Integer::valueOf).orElse(usual.mostBytes()),
        set(environment, LIMIT + "MAX_PIXELS").map(Long::valueOf).orElse(usual.mostPixels()),
        set(environment, LIMIT + "WITHIN").map(Duration::parse).orElse(usual.within()));
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
