package chat.letstalk.notification.connection;

/** Counts what happens on the hub. */
public interface HubMeter {

  /**
   * An event was handed to the writers of connections.
   *
   * @param connections how many
   * @param millisSinceCommit since the moment when the occurrence was stored
   */
  void pushed(int connections, long millisSinceCommit);

  /** A client was too slow and was cut off. */
  void cutOff();

  /**
   * A client was sent away, or its token or connection refused.
   *
   * @param reason one word of a small fixed set
   */
  void refused(String reason);
}
