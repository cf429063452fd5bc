package chat.letstalk.authentication.client;

/** Authentication cannot work with what it was given, for example an address that is none. */
public class InvalidArgument extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong with it; fit to be shown
   */
  public InvalidArgument(String message) {
    super(message);
  }
}
