package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImagePreviewReady;
import chat.letstalk.contracts.event.LinkPreviewReady;
import chat.letstalk.delivery.EventDelivery;
import chat.letstalk.delivery.EventHandler;
import chat.letstalk.delivery.PermanentFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hands the workers' results to the use case. */
@ApplicationScoped
public class PreviewConsumer {

  private final EventDelivery delivery;
  private final AttachPreview attachPreview;

  @Inject
  public PreviewConsumer(EventDelivery delivery, AttachPreview attachPreview) {
    this.delivery = delivery;
    this.attachPreview = attachPreview;
  }

  /** For the container's proxies. */
  PreviewConsumer() {
    this(null, null);
  }

  /** What pages show of themselves. */
  @Incoming(Channels.LINK_PREVIEWS)
  public CompletionStage<Void> onLink(Message<String> event) {
    return delivery.handle(
        Channels.LINK_PREVIEWS, event, LinkPreviewReady.class, knownOnly(this::attach));
  }

  /** Pictures, smaller. */
  @Incoming(Channels.IMAGE_PREVIEWS)
  public CompletionStage<Void> onImage(Message<String> event) {
    return delivery.handle(
        Channels.IMAGE_PREVIEWS, event, ImagePreviewReady.class, knownOnly(this::attach));
  }

  private void attach(LinkPreviewReady event) {
    attachPreview.link(
        event.eventId(),
        event.chatId(),
        event.messageId(),
        new LinkPreview(event.url(), event.title(), event.imageUrl()));
  }

  private void attach(ImagePreviewReady event) {
    Image image = new Image(event.previewId(), event.fileStorageTypeId());
    attachPreview.image(
        event.eventId(),
        event.chatId(),
        event.messageId(),
        event.imageId(),
        new ImagePreview(image, event.width(), event.height()));
  }

  /** A message is stored before its preview is asked for: one that is not there never will be. */
  private static <T> EventHandler<T> knownOnly(EventHandler<T> handler) {
    return event -> {
      try {
        handler.handle(event);
      } catch (NotFound e) {
        throw new PermanentFailure(e.getMessage(), e);
      }
    };
  }
}
