package chat.letstalk.filestorage.problem;

/** Something that a caller gave cannot be worked with. */
public class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong with it; plain, and fit to be shown
   */
  public InvalidInput(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what is wrong with it; plain, and fit to be shown
   * @param cause may be null
   */
  public InvalidInput(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
