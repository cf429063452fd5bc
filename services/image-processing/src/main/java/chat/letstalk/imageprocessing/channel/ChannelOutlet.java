package chat.letstalk.imageprocessing.channel;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImagePreviewReady;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.EventPublisher;
import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.TraceHeaders;
import chat.letstalk.imageprocessing.picture.PreviewOutlet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Publishes previews to their channel, keyed by chat, in the trace of their requests. */
@ApplicationScoped
public class ChannelOutlet implements PreviewOutlet {

  /** The broker may be away; the request is repeated after that. */
  private static final long PATIENCE_SECONDS = 30;

  private final EventPublisher publisher;

  @Inject
  public ChannelOutlet(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** For the container's proxies. */
  ChannelOutlet() {
    this(null);
  }

  @Override
  public void put(ImagePreviewReady preview) {
    OutgoingEvent event =
        new OutgoingEvent(
            Channels.IMAGE_PREVIEWS,
            preview.chatId(),
            EventJson.write(preview),
            TraceHeaders.ofCurrent(),
            preview.eventId());
    try {
      publisher
          .publish(event)
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException("The broker has not stored an image preview", e.getCause());
    }
  }
}
