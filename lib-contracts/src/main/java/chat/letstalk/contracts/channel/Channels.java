package chat.letstalk.contracts.channel;

import chat.letstalk.contracts.event.EmailEvent;
import chat.letstalk.contracts.event.ImagePreviewReady;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.contracts.event.ImageRemoval;
import chat.letstalk.contracts.event.LinkPreviewReady;
import chat.letstalk.contracts.event.LinkPreviewRequest;
import chat.letstalk.contracts.event.NotificationEvent;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the event channels: the same in the code, on the broker (topic or queue), in
 * configuration keys and in metrics.
 */
public final class Channels {

  /**
   * {@link chat.letstalk.contracts.event.NotificationEvent}s, keyed by chat; read by every
   * notification replica.
   */
  public static final String NOTIFICATIONS = "notifications";

  /**
   * {@link chat.letstalk.contracts.event.EmailEvent}s, keyed by address; each read by one email
   * replica.
   */
  public static final String EMAILS = "emails";

  /**
   * {@link chat.letstalk.contracts.event.LinkPreviewRequest}s, keyed by chat; each read by one
   * link-preview replica.
   */
  public static final String LINK_PREVIEW_REQUESTS = "link-preview-requests";

  /**
   * {@link chat.letstalk.contracts.event.LinkPreviewReady}s, keyed by chat; each read by one
   * chat-api replica.
   */
  public static final String LINK_PREVIEWS = "link-previews";

  /**
   * {@link chat.letstalk.contracts.event.ImagePreviewRequest}s, keyed by chat; each read by one
   * image-processing replica.
   */
  public static final String IMAGE_PREVIEW_REQUESTS = "image-preview-requests";

  /**
   * {@link chat.letstalk.contracts.event.ImagePreviewReady}s, keyed by chat; each read by one
   * chat-api replica.
   */
  public static final String IMAGE_PREVIEWS = "image-previews";

  /**
   * {@link chat.letstalk.contracts.event.ImageRemoval}s, keyed by picture; each read by one
   * file-storage replica.
   */
  public static final String IMAGE_REMOVALS = "image-removals";

  private static final Map<String, Class<?>> EVENTS =
      Map.of(
          NOTIFICATIONS, NotificationEvent.class,
          EMAILS, EmailEvent.class,
          LINK_PREVIEW_REQUESTS, LinkPreviewRequest.class,
          LINK_PREVIEWS, LinkPreviewReady.class,
          IMAGE_PREVIEW_REQUESTS, ImagePreviewRequest.class,
          IMAGE_PREVIEWS, ImagePreviewReady.class,
          IMAGE_REMOVALS, ImageRemoval.class);

  private Channels() {}

  /**
   * What a channel carries.
   *
   * @return empty for a name that is none of the above
   */
  public static Optional<Class<?>> eventOf(String channel) {
    return Optional.ofNullable(EVENTS.get(channel));
  }

  /**
   * Whether events of a channel with the same key are to keep their order on every broker.
   * Elsewhere they may overtake each other.
   */
  public static boolean keepsOrder(String channel) {
    return NOTIFICATIONS.equals(channel);
  }

  /**
   * Where the events of a channel go that cannot be handled.
   *
   * @param channel one of the names above
   * @return the name of its dead-letter channel
   */
  public static String deadLettersOf(String channel) {
    return channel + "-dead-letters";
  }
}
