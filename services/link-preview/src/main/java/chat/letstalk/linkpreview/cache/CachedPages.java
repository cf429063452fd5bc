package chat.letstalk.linkpreview.cache;

import chat.letstalk.cache.Cache;
import chat.letstalk.cache.CacheSpec;
import chat.letstalk.cache.Caches;
import chat.letstalk.page.NoPage;
import chat.letstalk.page.address.PageUrl;
import chat.letstalk.page.preview.PageMeter;
import chat.letstalk.page.preview.PagePreview;
import chat.letstalk.page.preview.Pages;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Looks at a page once, however often its link is sent: what was seen is remembered for a while,
 * and who asks while somebody is looking already waits for the same result. Thread-safe.
 */
public final class CachedPages implements Pages {

  private static final int BYTES_BESIDES_TEXT = 200;

  private final Pages pages;
  private final Cache<PagePreview> cache;
  private final PageMeter meter;

  /**
   * How long things take.
   *
   * @param found how long a preview is remembered
   * @param nothing how long it is remembered that there is none
   * @param patience the longest wait for what somebody else is looking at
   */
  public record CacheTimes(Duration found, Duration nothing, Duration patience) {

    Duration of(PagePreview preview) {
      return preview.isFound() ? found : nothing;
    }

    Duration longest() {
      return found.compareTo(nothing) > 0 ? found : nothing;
    }
  }

  /** Remembers what {@code pages} sees. */
  public CachedPages(Pages pages, Caches caches, CacheTimes times, PageMeter meter) {
    this.pages = pages;
    this.cache =
        caches.cache(
            new CacheSpec<>(
                "link-previews",
                1,
                PagePreview.class,
                times::of,
                times.longest(),
                times.patience(),
                CachedPages::weight));
    this.meter = meter;
  }

  private static int weight(PagePreview preview) {
    return BYTES_BESIDES_TEXT
        + Stream.of(preview.title(), preview.imageUrl())
            .mapToInt(text -> text == null ? 0 : 2 * text.length())
            .sum();
  }

  @Override
  public PagePreview preview(String url) {
    String key;
    try {
      key = PageUrl.parse(url).toString();
    } catch (NoPage e) {
      meter.fetched(e.outcome(), Duration.ZERO);
      return PagePreview.none(e.outcome());
    }
    AtomicBoolean fetched = new AtomicBoolean();
    PagePreview preview =
        cache.get(
            key,
            () -> {
              fetched.set(true);
              return fetch(key);
            });
    if (!fetched.get()) {
      meter.cached(preview.outcome());
    }
    return preview;
  }

  private PagePreview fetch(String url) {
    long started = System.nanoTime();
    PagePreview preview = pages.preview(url);
    meter.fetched(preview.outcome(), Duration.ofNanos(System.nanoTime() - started));
    return preview;
  }

  /** Closes the pages behind it. */
  @Override
  public void close() {
    pages.close();
  }
}
