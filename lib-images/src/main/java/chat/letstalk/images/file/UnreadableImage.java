package chat.letstalk.images.file;

/**
 * Bytes that are no picture, or none that is taken. Its message is a plain sentence for the person
 * who sent them.
 */
public class UnreadableImage extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong, with nothing of the picture's content in it
   */
  public UnreadableImage(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what is wrong, with nothing of the picture's content in it
   * @param cause may be null
   */
  public UnreadableImage(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
