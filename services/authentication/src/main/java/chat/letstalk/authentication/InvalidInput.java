package chat.letstalk.authentication;

/** Something that a caller gave cannot be worked with. */
public class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong with it, without repeating it
   */
  public InvalidInput(String message) {
    super(message);
  }
}
