package chat.letstalk.delivery;

/** An event that no repetition will get handled: it goes to the dead letters at once. */
public class PermanentFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason for the log and the dead letter: no secret, no message text
   * @param cause may be null
   */
  public PermanentFailure(String reason, Throwable cause) {
    super(reason, cause);
  }
}
