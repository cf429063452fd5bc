package chat.letstalk.imageprocessing.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.contracts.event.ImagePreviewReady;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.images.preview.PreviewResult;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.images.preview.StoredPreview;
import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the preview of a picture made and tells where it is. A picture that is gone or cannot be read
 * leaves the message as it is. Thread-safe.
 */
public class PreviewPicture {

  private static final Logger LOG = Logger.getLogger(PreviewPicture.class.getName());

  private final Previews previews;
  private final PreviewOutlet outlet;
  private final PictureMeter meter;

  public PreviewPicture(Previews previews, PreviewOutlet outlet, PictureMeter meter) {
    this.previews = previews;
    this.outlet = outlet;
    this.meter = meter;
  }

  /**
   * @param request may be a repeat; its result then has the same id
   * @throws IllegalArgumentException when something is missing in the event
   * @throws RuntimeException when it may succeed later
   */
  public void preview(ImagePreviewRequest request) {
    String requestId = present("eventId", request.eventId());
    String messageId = present("messageId", request.messageId());
    String chatId = present("chatId", request.chatId());
    String imageId = present("imageId", request.imageId());
    PreviewResult result = make(imageId);
    if (result.outcome() == PreviewResult.Outcome.STORED) {
      StoredPreview stored = result.preview();
      outlet.put(
          new ImagePreviewReady(
              resultId(requestId),
              messageId,
              chatId,
              imageId,
              stored.id(),
              stored.width(),
              stored.height(),
              stored.fileStorageTypeId()));
    } else {
      LOG.log(Level.INFO, "No preview of picture {0}: {1}", list(imageId, why(result)));
    }
  }

  private PreviewResult make(String imageId) {
    long started = System.nanoTime();
    PreviewResult result = previews.of(imageId);
    meter.worked(result.outcome(), Duration.ofNanos(System.nanoTime() - started));
    return result;
  }

  private static String why(PreviewResult result) {
    return result.reason() == null ? "it is gone" : result.reason();
  }

  private static String resultId(String requestId) {
    return UUID.nameUUIDFromBytes(("image-preview " + requestId).getBytes(UTF_8)).toString();
  }

  private static String present(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The request has no " + name);
    }
    return value;
  }

  private static Object[] list(Object... values) {
    return values;
  }
}
