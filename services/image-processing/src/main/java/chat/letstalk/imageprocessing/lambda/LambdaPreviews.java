package chat.letstalk.imageprocessing.lambda;

import chat.letstalk.images.preview.PreviewResult;
import chat.letstalk.images.preview.PreviewResult.Outcome;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.images.preview.PreviewsUnavailable;
import chat.letstalk.images.preview.StoredPreview;
import chat.letstalk.lambda.invocation.FunctionUnavailable;
import chat.letstalk.lambda.invocation.RemoteFunction;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * Lets a function on AWS Lambda make previews, which reads and writes the bucket itself: {@code
 * {"imageId"}} in; {@code {"outcome", "previewId", "width", "height", "fileStorageTypeId",
 * "reason"}} out, as far as there are any. Thread-safe.
 */
public final class LambdaPreviews implements Previews {

  private final RemoteFunction function;

  /**
   * @param function closed with this
   */
  public LambdaPreviews(RemoteFunction function) {
    this.function = function;
  }

  @Override
  public PreviewResult of(String imageId) {
    JsonObject request = Json.createObjectBuilder().add("imageId", imageId).build();
    try {
      return function.invoke(request, LambdaPreviews::result);
    } catch (FunctionUnavailable e) {
      throw new PreviewsUnavailable(e.getMessage(), e);
    }
  }

  private static PreviewResult result(JsonObject answer) {
    return switch (Outcome.named(answer.getString("outcome"))) {
      case STORED -> PreviewResult.stored(preview(answer));
      case GONE -> PreviewResult.gone();
      case UNREADABLE -> PreviewResult.unreadable(answer.getString("reason"));
    };
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
    function.close();
  }
}
