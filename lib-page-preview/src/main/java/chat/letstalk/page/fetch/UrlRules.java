package chat.letstalk.page.fetch;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.address.HostName;
import chat.letstalk.page.address.PageUrl;

/**
 * Says by its URL whether a page may be asked for: the first of the checks, before any address is
 * looked up.
 *
 * @param settings has the lists
 * @param internet knows the public addresses
 */
record UrlRules(FetchSettings settings, Internet internet) {

  void check(PageUrl url) throws NoPage {
    if (settings.ports().stream().noneMatch(range -> range.contains(url.port()))) {
      throw new NoPage(Outcome.UNSUPPORTED_URL);
    }
    if (HostName.isIn(settings.deniedHosts(), url.host()) || !isAllowed(url.host())) {
      throw new NoPage(Outcome.DENIED_HOST);
    }
    if (!allowsHostOf(url)) {
      throw new NoPage(Outcome.FORBIDDEN_ADDRESS);
    }
  }

  /** Whether the host is not plainly one of a private network, or those are allowed. */
  boolean allowsHostOf(PageUrl url) {
    return settings.allowPrivate()
        || !HostName.isPlainlyForbidden(url.host(), internet.publicAddresses());
  }

  private boolean isAllowed(String host) {
    return settings.allowedHosts().isEmpty() || HostName.isIn(settings.allowedHosts(), host);
  }
}
