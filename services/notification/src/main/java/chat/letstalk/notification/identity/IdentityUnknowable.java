package chat.letstalk.notification.identity;

/** Nobody can say at present whose a token is; the client had better come back later. */
public class IdentityUnknowable extends Exception {

  public IdentityUnknowable(String message, Throwable cause) {
    super(message, cause);
  }
}
