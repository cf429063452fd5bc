package chat.letstalk.lambda.imageprocessing;

import chat.letstalk.images.preview.LocalPreviews;
import chat.letstalk.images.preview.MakePreview;
import chat.letstalk.images.preview.PreviewResult;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.imagestore.S3ImageStore;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the preview of a picture in the bucket on AWS Lambda: {@code {"imageId"}} in; {@code
 * {"outcome", "previewId", "width", "height", "fileStorageTypeId", "reason"}} out, as far as there
 * are any. Whatever is wrong with the picture is an outcome; an error means that the request is
 * none or that the function or the bucket is broken. Settings are environment variables ({@link
 * FunctionSettings}).
 */
public final class ImageProcessingHandler
    implements RequestHandler<Map<String, String>, Map<String, Object>> {

  /** Kept from one invocation to the next. */
  private final Previews previews;

  /** For AWS Lambda. */
  public ImageProcessingHandler() {
    FunctionSettings settings = FunctionSettings.of(System.getenv());
    previews =
        new LocalPreviews(
            new BucketPictures(new S3ImageStore(settings.bucket())),
            MakePreview.within(settings.limits()),
            settings.limits());
  }

  @Override
  public Map<String, Object> handleRequest(Map<String, String> request, Context context) {
    String imageId = request == null ? null : request.get("imageId");
    if (imageId == null) {
      throw new IllegalArgumentException("The request has no imageId");
    }
    return answer(previews.of(imageId));
  }

  private static Map<String, Object> answer(PreviewResult result) {
    Map<String, Object> answer = new HashMap<>();
    answer.put("outcome", result.outcome().toString());
    if (result.reason() != null) {
      answer.put("reason", result.reason());
    }
    if (result.preview() != null) {
      answer.put("previewId", result.preview().id());
      answer.put("width", result.preview().width());
      answer.put("height", result.preview().height());
      answer.put("fileStorageTypeId", result.preview().fileStorageTypeId());
    }
    return answer;
  }
}
