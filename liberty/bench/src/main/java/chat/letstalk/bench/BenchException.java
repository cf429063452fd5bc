package chat.letstalk.bench;

/**
 * Something without which the bench cannot go on, in one sentence for the person who started it.
 */
public class BenchException extends RuntimeException {

  /** Without a cause that would help. */
  public BenchException(String message) {
    super(message);
  }

  /** With the failure behind it. */
  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
