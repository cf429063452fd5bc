package chat.letstalk.imagestore;

/** The store cannot be reached, or did not do what it was asked. The same call may work later. */
public class ImageStoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what could not be done, and to what
   * @param cause the engine's own error
   */
  public ImageStoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
