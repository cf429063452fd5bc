package chat.letstalk.contracts.hub;

/**
 * The names that tell a hub client what it was pushed: the second argument of
 * SendNotificationAsync.
 */
public final class PayloadType {

  /** {@link chat.letstalk.contracts.rest.MessageDto}, to all members of the chat. */
  public static final String MESSAGE = "MessageDto";

  private PayloadType() {}
}
