package chat.letstalk.stack;

/** Why the stack does not run: a sentence for the person at the console. */
public final class StackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StackException(String sentence) {
    super(sentence);
  }

  StackException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
