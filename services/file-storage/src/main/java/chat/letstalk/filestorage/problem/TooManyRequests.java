package chat.letstalk.filestorage.problem;

import java.time.Duration;

/** Somebody asks more often than is good, or everybody does. */
public class TooManyRequests extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param sentence which limit was reached; fit to be shown
   * @param retryAfter from when on it makes sense to ask again
   */
  public TooManyRequests(String sentence, Duration retryAfter) {
    super(sentence);
    this.retryAfter = retryAfter;
  }

  /** In whole seconds, rounded up, at least 1. */
  public long retryAfterSeconds() {
    return Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
