package chat.letstalk.delivery;

/**
 * An end of a channel could not be connected to the broker. The message says to an operator what
 * happened and what to do about it; it holds no secret.
 */
public class ChannelFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ChannelFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The first of all causes, which says the most; the failure itself when it has none. */
  public static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }
}
