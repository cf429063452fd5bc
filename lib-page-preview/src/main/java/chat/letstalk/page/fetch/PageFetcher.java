package chat.letstalk.page.fetch;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.address.PageUrl;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.hc.core5.http.ContentType;

/**
 * Fetches an HTML page from the public internet and from nowhere else: every hop of a redirect is
 * checked like the first URL, by its form, by the lists of hosts, by robots.txt and by each of the
 * host's addresses. Thread-safe.
 */
public final class PageFetcher implements AutoCloseable {

  private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
  private static final String ACCEPT_HTML = "text/html,application/xhtml+xml;q=0.9";
  private static final String ACCEPT_TEXT = "text/plain,*/*;q=0.1";

  /** One more thing that a URL has to pass before it is asked. */
  @FunctionalInterface
  private interface Check {
    void check(PageUrl url) throws NoPage;
  }

  private final FetchSettings settings;
  private final UrlRules rules;
  private final SingleRequest request;
  private final Robots robots;

  /**
   * @param patience the longest wait for any single sign of life of a site
   */
  public PageFetcher(FetchSettings settings, Internet internet, Duration patience) {
    this.settings = settings;
    rules = new UrlRules(settings, internet);
    CheckedAddresses addresses = new CheckedAddresses(internet, settings.allowPrivate());
    request =
        new SingleRequest(PinnedClient.create(addresses, settings, patience), settings.maxBytes());
    robots = new Robots(this::robotsText, settings.userAgent());
  }

  /**
   * Fetches a page.
   *
   * @param cancellation may end it at any time
   * @return the answer with the page, from where the redirects ended
   * @throws NoPage for every reason that lies in the link or in the site
   */
  public Answer fetch(PageUrl url, Cancellation cancellation) throws NoPage {
    Check allowed = hop -> checkRobots(hop, cancellation);
    Answer answer = follow(url, ACCEPT_HTML, PageFetcher::isHtml, allowed, cancellation);
    if (!answer.isSuccess()) {
      throw new NoPage(Outcome.ERROR_STATUS);
    }
    if (!isHtml(answer.type())) {
      throw new NoPage(Outcome.NOT_HTML);
    }
    return answer;
  }

  /**
   * Whether the host of a URL is not plainly one of a private network: for what readers' browsers
   * are to load.
   */
  public boolean allowsHostOf(PageUrl url) {
    return rules.allowsHostOf(url);
  }

  private void checkRobots(PageUrl url, Cancellation cancellation) throws NoPage {
    if (settings.robots()) {
      robots.check(url, cancellation);
    }
  }

  private Answer robotsText(PageUrl url, Cancellation cancellation) throws NoPage {
    return follow(url, ACCEPT_TEXT, type -> true, hop -> {}, cancellation);
  }

  private Answer follow(
      PageUrl first,
      String accept,
      Predicate<Optional<ContentType>> wanted,
      Check further,
      Cancellation cancellation)
      throws NoPage {
    PageUrl url = first;
    for (int redirects = 0; redirects <= settings.maxRedirects(); redirects++) {
      rules.check(url);
      further.check(url);
      Answer answer = request.get(url, accept, wanted, cancellation);
      if (!answer.isRedirect()) {
        return answer;
      }
      url = url.resolve(answer.location().orElseThrow());
    }
    throw new NoPage(Outcome.TOO_MANY_REDIRECTS);
  }

  private static boolean isHtml(Optional<ContentType> type) {
    return type.map(declared -> HTML.contains(declared.getMimeType().toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  @Override
  public void close() {
    request.close();
  }
}
