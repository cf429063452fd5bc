package chat.letstalk.lambda.invocation;

/** A function has not done its work; later it may. */
public class FunctionUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what happened to which function and what to do; nothing of request or answer
   * @param cause may be null
   */
  public FunctionUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
