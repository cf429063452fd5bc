package chat.letstalk.page.preview;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.address.PageUrl;
import chat.letstalk.page.fetch.Answer;
import chat.letstalk.page.fetch.Cancellation;
import chat.letstalk.page.fetch.FetchSettings;
import chat.letstalk.page.fetch.Internet;
import chat.letstalk.page.fetch.PageFetcher;
import chat.letstalk.page.html.HtmlPage;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/**
 * Looks at pages itself. The deadline covers all of it: waiting for a turn, robots.txt, every
 * lookup, connection and redirect, a site that sends a byte now and then, and reading the HTML.
 * Thread-safe.
 */
public final class WebPages implements Pages {

  private static final Logger LOG = Logger.getLogger(WebPages.class.getName());

  private final PageFetcher fetcher;
  private final ExecutorService threads;
  private final Duration deadline;

  /** Looks at pages of the internet as DNS knows it. */
  public WebPages(FetchSettings settings, Duration deadline) {
    this(settings, deadline, Internet.real());
  }

  /**
   * @param deadline the longest that anybody waits for a preview
   * @param internet another one than everybody's
   */
  public WebPages(FetchSettings settings, Duration deadline, Internet internet) {
    this.deadline = deadline;
    fetcher = new PageFetcher(settings, internet, deadline);
    threads = threads(settings.maxConnections());
    if (settings.allowPrivate()) {
      LOG.warning(
          "letstalk.link-preview.allow-private=true: whoever sends a link can make this machine"
              + " read what only its own network should see. For tests only.");
    }
  }

  /** As many as connections, and a queue as long: what is behind that would be too slow anyway. */
  private static ExecutorService threads(int count) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            count,
            count,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(count),
            task -> {
              Thread thread = new Thread(task, "page-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  @Override
  public PagePreview preview(String url) {
    Cancellation cancellation = new Cancellation();
    Future<PagePreview> look;
    try {
      look = threads.submit(() -> look(url, cancellation));
    } catch (RejectedExecutionException allBusy) {
      return PagePreview.none(Outcome.TOO_SLOW);
    }
    try {
      return look.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return PagePreview.none(Outcome.TOO_SLOW);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PagesUnavailable("Interrupted while looking at a page", e);
    } catch (ExecutionException e) {
      throw new PagesUnavailable("Looking at a page failed for a reason of our own", e.getCause());
    } finally {
      cancellation.cancel();
      look.cancel(true);
    }
  }

  private PagePreview look(String url, Cancellation cancellation) {
    try {
      Answer answer = fetcher.fetch(PageUrl.parse(url), cancellation);
      HtmlPage page =
          HtmlPage.read(
              answer.body(),
              answer.type().map(type -> type.getCharset()).map(Charset::name),
              answer.url().toString());
      return PagePreview.shown(page.title(), pictureOf(page));
    } catch (NoPage e) {
      return PagePreview.none(e.outcome());
    }
  }

  private String pictureOf(HtmlPage page) {
    return page.pictures().stream()
        .flatMap(text -> pictureUrl(text).stream())
        .findFirst()
        .orElse(null);
  }

  /** Readers' browsers load it, so it must not lead them into their own networks either. */
  private Optional<String> pictureUrl(String text) {
    try {
      PageUrl url = PageUrl.parse(text);
      return fetcher.allowsHostOf(url) ? Optional.of(url.toString()) : Optional.empty();
    } catch (NoPage notUsable) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    fetcher.close();
  }
}
