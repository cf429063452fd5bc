package chat.letstalk.authentication.client;

import java.time.Duration;

/** The address or the source has asked too often. */
public class TooManyRequests extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param message which limit was reached
   * @param retryAfter when asking again makes sense; positive
   */
  public TooManyRequests(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** When asking again makes sense. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
