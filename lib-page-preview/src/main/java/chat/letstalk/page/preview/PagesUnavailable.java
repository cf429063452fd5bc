package chat.letstalk.page.preview;

/** Nobody could look at the page, for a reason that has nothing to do with it. */
public class PagesUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what happened and what to do; without the URL, which is part of a message
   * @param cause may be null
   */
  public PagesUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
