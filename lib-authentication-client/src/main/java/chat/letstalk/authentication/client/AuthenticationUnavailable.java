package chat.letstalk.authentication.client;

/** Authentication did not answer in time, or would not answer us. The same call may work later. */
public class AuthenticationUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened; no token, no code
   * @param cause may be null
   */
  public AuthenticationUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
