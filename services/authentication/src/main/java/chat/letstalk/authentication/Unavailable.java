package chat.letstalk.authentication;

/** Something that is needed for an answer is away; trying again later helps. */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence for whoever asked
   * @param cause what is away
   */
  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
