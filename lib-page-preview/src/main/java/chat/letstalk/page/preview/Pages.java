package chat.letstalk.page.preview;

/** Looks at pages, wherever that is done. Thread-safe. */
public interface Pages extends AutoCloseable {

  /**
   * Looks at a page. Whatever is wrong with the link or the site is a result, no exception.
   *
   * @param url as somebody typed it, never null
   * @return what became of it; the call takes no longer than its implementation says
   * @throws PagesUnavailable when nobody could look; later somebody may
   */
  PagePreview preview(String url);

  /** Gives back what looking takes; nobody asks afterwards. */
  @Override
  default void close() {}
}
