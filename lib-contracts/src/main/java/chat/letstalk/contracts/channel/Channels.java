package chat.letstalk.contracts.channel;

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

  private Channels() {}

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
