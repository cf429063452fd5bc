package chat.letstalk.notification.connection;

/**
 * From when on a client wants to hear events.
 *
 * @param window everything that the replay buffer has
 * @param eventId everything after this event, or null
 */
public record Since(boolean window, String eventId) {

  /** Only what happens from now on. */
  public static final Since NOW = new Since(false, null);

  /** Everything that the replay buffer has. */
  public static final Since WINDOW = new Since(true, null);

  public static Since after(String eventId) {
    return new Since(false, eventId);
  }
}
