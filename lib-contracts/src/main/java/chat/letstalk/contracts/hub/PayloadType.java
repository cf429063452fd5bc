package chat.letstalk.contracts.hub;

/**
 * The names that tell a hub client what it was pushed: the second argument of
 * SendNotificationAsync.
 */
public final class PayloadType {

  /** {@link chat.letstalk.contracts.rest.MessageDto}, to all members of the chat. */
  public static final String MESSAGE = "MessageDto";

  /** {@link chat.letstalk.contracts.rest.LinkPreviewDto}, to all members, after its message. */
  public static final String LINK_PREVIEW = "LinkPreviewDto";

  /** {@link chat.letstalk.contracts.rest.ImagePreviewDto}, to all members, after its message. */
  public static final String IMAGE_PREVIEW = "ImagePreviewDto";

  private PayloadType() {}
}
