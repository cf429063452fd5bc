package chat.letstalk.filestorage.identity;

/** There is no token, or none that is valid. */
public class NotSignedIn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The same for all. */
  public NotSignedIn() {
    super("Sign in first.");
  }
}
