package chat.letstalk.page.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import chat.letstalk.page.address.PageUrl;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What sites allow robots (RFC 9309), remembered for an hour. Thread-safe. */
final class Robots {

  /**
   * The parser would log whose links are sent here, and lines of foreign files; held to stay set.
   */
  private static final Logger PARSER_LOG = Logger.getLogger("crawlercommons");

  static {
    PARSER_LOG.setLevel(Level.OFF);
  }

  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int MAX_REMEMBERED_BYTES = 16 * 1024 * 1024;
  private static final int BYTES_PER_SITE = 1024;

  /** Gets robots.txt like any other page, with the same checks. */
  @FunctionalInterface
  interface Source {
    Answer get(PageUrl url, Cancellation cancellation) throws NoPage;
  }

  private record Rules(SimpleRobotRules rules, int bytes) {}

  private final Source source;
  private final String name;
  private final Cache<String, Rules> sites =
      Caffeine.newBuilder()
          .expireAfterWrite(REMEMBERED)
          .maximumWeight(MAX_REMEMBERED_BYTES)
          .<String, Rules>weigher((origin, rules) -> BYTES_PER_SITE + rules.bytes())
          .build();

  /**
   * @param userAgent its first word, without the version, is the name that sites know us by
   */
  Robots(Source source, String userAgent) {
    this.source = source;
    name = userAgent.split("[/ ]", 2)[0].toLowerCase(Locale.ROOT);
  }

  /**
   * @throws NoPage when the page is not for robots, or the site cannot say so
   */
  void check(PageUrl url, Cancellation cancellation) throws NoPage {
    Rules rules = sites.getIfPresent(url.origin());
    if (rules == null) {
      rules = ask(url, cancellation);
      sites.put(url.origin(), rules);
    }
    if (!rules.rules().isAllowed(url.toString())) {
      throw new NoPage(Outcome.ROBOTS);
    }
  }

  private Rules ask(PageUrl url, Cancellation cancellation) throws NoPage {
    Answer answer;
    try {
      answer = source.get(url.resolve("/robots.txt"), cancellation);
    } catch (NoPage e) {
      if (e.outcome() == Outcome.TOO_MANY_REDIRECTS) {
        return parsed(url, new byte[0]); // as if there were none
      }
      throw e;
    }
    if (answer.status() >= 500) {
      throw new NoPage(Outcome.ROBOTS); // the site has rules and cannot say which
    }
    return parsed(url, answer.isSuccess() ? answer.body() : new byte[0]);
  }

  private Rules parsed(PageUrl url, byte[] text) {
    byte[] content = text.length == 0 ? "User-agent: *".getBytes(US_ASCII) : text;
    SimpleRobotRules rules =
        new SimpleRobotRulesParser()
            .parseContent(url.origin() + "/robots.txt", content, "text/plain", List.of(name));
    return new Rules(rules, content.length);
  }
}
