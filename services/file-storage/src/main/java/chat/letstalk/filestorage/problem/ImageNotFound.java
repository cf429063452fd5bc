package chat.letstalk.filestorage.problem;

/** There is no such picture, or none that the caller may see: which of both is not said. */
public class ImageNotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The same for all. */
  public ImageNotFound() {
    super("There is no such picture.");
  }
}
