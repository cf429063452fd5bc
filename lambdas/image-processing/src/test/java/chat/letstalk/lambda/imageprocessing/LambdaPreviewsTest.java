package chat.letstalk.lambda.imageprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.imageprocessing.lambda.LambdaPreviews;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.images.preview.PreviewsSuite;
import chat.letstalk.images.preview.PreviewsUnavailable;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageRole;
import chat.letstalk.imagestore.ImageShape;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.S3ImageStore;
import chat.letstalk.imagestore.S3Settings;
import chat.letstalk.lambda.invocation.LambdaSettings;
import chat.letstalk.stack.LambdaFunction;
import chat.letstalk.stack.LocalLambda;
import chat.letstalk.stack.LocalS3;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews that the packaged function makes of pictures in a real S3: the same promises. */
class LambdaPreviewsTest extends PreviewsSuite {

  private static final String FUNCTION = "image-processing";

  @TempDir static Path data;
  private static LocalS3 s3;
  private static LocalLambda lambda;
  private static ImageStore store;
  private static Previews previews;

  @BeforeAll
  static void deploy() {
    s3 = LocalS3.start(data);
    // Where the SDK looks for credentials, for both S3 and Lambda.
    System.setProperty("aws.accessKeyId", s3.accessKey());
    System.setProperty("aws.secretAccessKey", s3.secretKey());
    store = new S3ImageStore(bucket());
    lambda = LocalLambda.start(data).deploy(function());
    previews = way(FUNCTION);
  }

  private static S3Settings bucket() {
    return new S3Settings(
        LocalS3.BUCKET,
        Optional.of(LocalS3.REGION),
        Optional.of(s3.endpoint()),
        true,
        "none",
        Optional.empty());
  }

  private static LambdaFunction function() {
    return new LambdaFunction(
        FUNCTION,
        Path.of(System.getProperty("letstalk.lambda.jar")),
        ImageProcessingHandler.class.getName(),
        512,
        Duration.ofSeconds(90),
        1,
        Map.of(
            "AWS_ACCESS_KEY_ID",
            s3.accessKey(),
            "AWS_SECRET_ACCESS_KEY",
            s3.secretKey(),
            "LETSTALK_FILES_S3_BUCKET",
            LocalS3.BUCKET,
            "LETSTALK_FILES_S3_REGION",
            LocalS3.REGION,
            "LETSTALK_FILES_S3_ENDPOINT",
            s3.endpoint().toString(),
            "LETSTALK_FILES_S3_PATH_STYLE",
            "true",
            "LETSTALK_IMAGE_PROCESSING_MAX_BYTES",
            "2097152",
            "LETSTALK_IMAGE_PROCESSING_MAX_PIXELS",
            "4000000"));
  }

  private static Previews way(String function) {
    LambdaSettings settings =
        new LambdaSettings(
            "letstalk.image-processing.lambda.",
            function,
            Optional.of(LocalLambda.REGION),
            Optional.of(lambda.endpoint()),
            Duration.ofSeconds(120),
            2);
    return new LambdaPreviews(settings.remoteFunction());
  }

  @AfterAll
  static void end() {
    previews.close();
    lambda.close();
    store.close();
    s3.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  @Override
  protected Previews previews() {
    return previews;
  }

  @Override
  protected String put(byte[] picture) {
    ImageShape shape = new ImageShape("image/jpeg", 1, 1);
    return store.put(UUID.randomUUID(), ImageRole.MESSAGE, shape, picture).id().toString();
  }

  @Override
  protected byte[] content(String id) {
    try (InputStream content = store.open(ImageId.parse(id).orElseThrow()).orElseThrow()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_function_that_is_not_there_can_be_asked_later() {
    try (Previews nowhere = way("nowhere")) {
      assertThatThrownBy(() -> nowhere.of(UUID.randomUUID().toString()))
          .isInstanceOf(PreviewsUnavailable.class)
          .hasMessageContaining("nowhere")
          .hasMessageContaining("letstalk.image-processing.lambda.");
    }
  }

  @Test
  void a_function_without_a_bucket_says_what_it_misses() {
    assertThatThrownBy(() -> FunctionSettings.of(Map.of()))
        .hasMessage("LETSTALK_FILES_S3_BUCKET must name file-storage's bucket");
    assertThat(FunctionSettings.of(Map.of("LETSTALK_FILES_S3_BUCKET", "b")).limits().mostPixels())
        .isEqualTo(24_000_000);
  }
}
