package chat.letstalk.linkpreview.link;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.LinkPreviewRequest;
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
public class LinkPreviewConsumer {

  private final EventDelivery delivery;
  private final PreviewLink previewLink;
  private final Lanes lanes;

  @Inject
  public LinkPreviewConsumer(EventDelivery delivery, PreviewLink previewLink, Lanes lanes) {
    this.delivery = delivery;
    this.previewLink = previewLink;
    this.lanes = lanes;
  }

  /** For the container's proxies. */
  LinkPreviewConsumer() {
    this(null, null, null);
  }

  /** Completes when the next link may come: never more at a time than there are lanes. */
  @Incoming(Channels.LINK_PREVIEW_REQUESTS)
  public CompletionStage<Void> on(Message<String> event) {
    return lanes.put(
        delivery.handle(
            Channels.LINK_PREVIEW_REQUESTS, event, LinkPreviewRequest.class, this::preview));
  }

  private void preview(LinkPreviewRequest request) {
    try {
      previewLink.preview(request);
    } catch (IllegalArgumentException incomplete) {
      throw new PermanentFailure(incomplete.getMessage(), incomplete);
    }
  }
}
