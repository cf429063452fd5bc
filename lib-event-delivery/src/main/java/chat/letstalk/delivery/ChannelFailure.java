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
}
