package chat.letstalk.imageprocessing.picture;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.Lanes;
import chat.letstalk.delivery.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands every event of the channel to the use case. */
@ApplicationScoped
public class ImagePreviewConsumer {

  private final EventDelivery delivery;
  private final PreviewPicture previewPicture;
  private final Lanes lanes;

  @Inject
  public ImagePreviewConsumer(EventDelivery delivery, PreviewPicture previewPicture, Lanes lanes) {
    this.delivery = delivery;
    this.previewPicture = previewPicture;
    this.lanes = lanes;
  }

  /** For the container's proxies. */
  ImagePreviewConsumer() {
    this(null, null, null);
  }

  /** Completes when the next picture may come: never more at a time than there are lanes. */
  @Incoming(Channels.IMAGE_PREVIEW_REQUESTS)
  public CompletionStage<Void> on(Message<String> event) {
    return lanes.put(
        delivery.handle(
            Channels.IMAGE_PREVIEW_REQUESTS, event, ImagePreviewRequest.class, this::preview));
  }

  private void preview(ImagePreviewRequest request) {
    try {
      previewPicture.preview(request);
    } catch (IllegalArgumentException incomplete) {
      throw new PermanentFailure(incomplete.getMessage(), incomplete);
    }
  }
}
