package chat.letstalk.filestorage.removal;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImageRemoval;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands every event of the channel to the use case. */
@ApplicationScoped
public class ImageRemovalConsumer {

  private final EventDelivery delivery;
  private final RemoveImage removeImage;

  @Inject
  public ImageRemovalConsumer(EventDelivery delivery, RemoveImage removeImage) {
    this.delivery = delivery;
    this.removeImage = removeImage;
  }

  /** For the container's proxies. */
  ImageRemovalConsumer() {
    this(null, null);
  }

  @Incoming(Channels.IMAGE_REMOVALS)
  public CompletionStage<Void> on(Message<String> event) {
    return delivery.handle(Channels.IMAGE_REMOVALS, event, ImageRemoval.class, this::remove);
  }

  private void remove(ImageRemoval event) {
    try {
      removeImage.remove(event.imageId());
    } catch (IllegalArgumentException e) {
      throw new PermanentFailure(e.getMessage(), e);
    }
  }
}
