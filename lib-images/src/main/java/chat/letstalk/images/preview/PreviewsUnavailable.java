package chat.letstalk.images.preview;

/** A preview could not be made for reasons that lie not in the picture; it may be made later. */
public class PreviewsUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, and what to look at
   * @param cause may be null
   */
  public PreviewsUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
