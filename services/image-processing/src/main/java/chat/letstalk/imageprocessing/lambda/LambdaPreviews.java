package chat.letstalk.imageprocessing.lambda;

import chat.letstalk.images.preview.PreviewResult;
import chat.letstalk.images.preview.PreviewResult.Outcome;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.images.preview.PreviewsUnavailable;
import chat.letstalk.images.preview.StoredPreview;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Lets a function on AWS Lambda make previews, which reads and writes the bucket itself: {@code
 * {"imageId"}} in; {@code {"outcome", "previewId", "width", "height", "fileStorageTypeId",
 * "reason"}} out, as far as there are any. A call takes as long as the client is set up to wait.
 * Thread-safe.
 */
public final class LambdaPreviews implements Previews {

  private final LambdaClient lambda;
  private final String function;

  /**
   * @param lambda closed with this
   * @param function name or ARN
   */
  public LambdaPreviews(LambdaClient lambda, String function) {
    this.lambda = lambda;
    this.function = function;
  }

  @Override
  public PreviewResult of(String imageId) {
    InvokeResponse response =
        invoke(Json.createObjectBuilder().add("imageId", imageId).build().toString());
    if (response.functionError() != null) {
      throw new PreviewsUnavailable(
          "The function %s failed (%s): look at its log"
              .formatted(function, response.functionError()),
          null);
    }
    return read(response.payload().asUtf8String());
  }

  private InvokeResponse invoke(String payload) {
    try {
      return lambda.invoke(
          request -> request.functionName(function).payload(SdkBytes.fromUtf8String(payload)));
    } catch (SdkException e) {
      throw new PreviewsUnavailable(
          "The function %s cannot be invoked: look at letstalk.image-processing.lambda.*"
              .formatted(function),
          e);
    }
  }

  private PreviewResult read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject answer = reader.readObject();
      return switch (Outcome.named(answer.getString("outcome"))) {
        case STORED -> PreviewResult.stored(preview(answer));
        case GONE -> PreviewResult.gone();
        case UNREADABLE -> PreviewResult.unreadable(answer.getString("reason"));
      };
    } catch (RuntimeException e) {
      throw new PreviewsUnavailable(
          "The function %s answers something else than a preview: is it ours, of this version?"
              .formatted(function),
          e);
    }
  }

  private static StoredPreview preview(JsonObject answer) {
    return new StoredPreview(
        answer.getString("previewId"),
        answer.getInt("width"),
        answer.getInt("height"),
        answer.getInt("fileStorageTypeId"));
  }

  @Override
  public void close() {
    lambda.close();
  }
}
