package chat.letstalk.chatapi.problem;

/** Something that was sent cannot be accepted. */
public class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field the member or parameter that it is about
   * @param sentence for the person
   */
  public InvalidInput(String field, String sentence) {
    super(sentence);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
