package chat.letstalk.page.preview;

import java.time.Duration;
import java.util.Optional;

/**
 * Remembers previews by URL. It may forget any of them at any time: when it is full, or when it
 * cannot be reached; it never fails for that. Thread-safe.
 */
public interface PreviewCache {

  /**
   * @param url as {@link chat.letstalk.page.address.PageUrl} writes it
   * @return what was kept and has not expired
   */
  Optional<PagePreview> find(String url);

  /**
   * Keeps a preview in place of an earlier one.
   *
   * @param timeToLive positive; afterwards it is not found any more
   */
  void keep(String url, PagePreview preview, Duration timeToLive);
}
