package chat.letstalk.filestorage.identity;

/** Nobody can say at present whose a token is; the client had better come back later. */
public class IdentityUnknowable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message why not
   * @param cause may be null
   */
  public IdentityUnknowable(String message, Throwable cause) {
    super(message, cause);
  }
}
