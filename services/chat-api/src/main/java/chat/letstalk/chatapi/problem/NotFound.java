package chat.letstalk.chatapi.problem;

/** There is no such thing, or none that the caller may know of: both look the same. */
public class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence for the person, without any id
   */
  public NotFound(String sentence) {
    super(sentence);
  }
}
