package chat.letstalk.filestorage.client;

/**
 * A picture cannot be sent: its signature is missing, wrong, expired or somebody else's, it was
 * uploaded for something else, or it is gone.
 */
public class ImageRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message which of these, in a plain sentence that is fit to be shown
   */
  public ImageRefused(String message) {
    super(message);
  }
}
