package chat.letstalk.chatapi.problem;

/** The store cannot be reached or did not answer in time; the same call may succeed later. */
public class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the operation that failed, without any user's data
   * @param cause the engine's own error, for the log
   */
  public StoreUnavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
