package chat.letstalk.chatapi.store;

/** The engine has something with this unique key already. */
public final class DuplicateKey extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause the engine's own error; it may hold the key, so it is not for the log
   */
  public DuplicateKey(Throwable cause) {
    super("There is something with this unique key", cause);
  }
}
