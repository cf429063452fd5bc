package chat.letstalk.page.preview;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.address.PageUrl;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at a page once, however often its link is sent: what was seen is remembered for a while,
 * and who asks while somebody is looking already waits for the same result. Thread-safe.
 */
public final class CachedPages implements Pages {

  private final Pages pages;
  private final PreviewCache cache;
  private final CacheTimes times;
  private final PageMeter meter;
  private final ConcurrentMap<String, CompletableFuture<PagePreview>> looking =
      new ConcurrentHashMap<>();

  /**
   * How long things take.
   *
   * @param found how long a preview is remembered
   * @param nothing how long it is remembered that there is none
   * @param patience the longest wait for what somebody else is looking at
   */
  public record CacheTimes(Duration found, Duration nothing, Duration patience) {}

  public CachedPages(Pages pages, PreviewCache cache, CacheTimes times, PageMeter meter) {
    this.pages = pages;
    this.cache = cache;
    this.times = times;
    this.meter = meter;
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
    Optional<PagePreview> remembered = cache.find(key);
    remembered.ifPresent(preview -> meter.cached(preview.outcome()));
    return remembered.orElseGet(() -> lookOrWait(key));
  }

  private PagePreview lookOrWait(String url) {
    CompletableFuture<PagePreview> mine = new CompletableFuture<>();
    CompletableFuture<PagePreview> others = looking.putIfAbsent(url, mine);
    return others == null ? look(url, mine) : await(others);
  }

  private PagePreview look(String url, CompletableFuture<PagePreview> result) {
    try {
      // Somebody may have finished between our question to the cache and our turn.
      PagePreview preview = cache.find(url).orElseGet(() -> fetch(url));
      result.complete(preview);
      return preview;
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
      throw e;
    } finally {
      looking.remove(url, result);
    }
  }

  private PagePreview fetch(String url) {
    long started = System.nanoTime();
    PagePreview preview = pages.preview(url);
    meter.fetched(preview.outcome(), Duration.ofNanos(System.nanoTime() - started));
    cache.keep(url, preview, preview.isFound() ? times.found() : times.nothing());
    return preview;
  }

  private PagePreview await(CompletableFuture<PagePreview> others) {
    try {
      PagePreview preview = others.get(times.patience().toMillis(), TimeUnit.MILLISECONDS);
      meter.cached(preview.outcome());
      return preview;
    } catch (ExecutionException | TimeoutException e) {
      throw new PagesUnavailable("Whoever looked at the same page did not succeed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PagesUnavailable("Interrupted while somebody else looked at the same page", e);
    }
  }

  /** Closes the pages behind it. */
  @Override
  public void close() {
    pages.close();
  }
}
