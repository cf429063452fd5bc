package chat.letstalk.page.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;

/** Keeps previews in this process; the least useful ones go when there are too many. */
public final class MemoryPreviewCache implements PreviewCache {

  private record Kept(PagePreview preview, Duration timeToLive) {}

  private final Cache<String, Kept> previews;

  /**
   * @param capacity the most previews; each takes a few hundred bytes, at most ten thousand
   */
  public MemoryPreviewCache(int capacity) {
    this(capacity, Ticker.systemTicker());
  }

  MemoryPreviewCache(int capacity, Ticker ticker) {
    previews =
        Caffeine.newBuilder()
            .maximumSize(capacity)
            .expireAfter(Expiry.<String, Kept>writing((url, kept) -> kept.timeToLive()))
            .ticker(ticker)
            .build();
  }

  @Override
  public Optional<PagePreview> find(String url) {
    return Optional.ofNullable(previews.getIfPresent(url)).map(Kept::preview);
  }

  @Override
  public void keep(String url, PagePreview preview, Duration timeToLive) {
    previews.put(url, new Kept(preview, timeToLive));
  }
}
