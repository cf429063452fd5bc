package chat.letstalk.page.html;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * The elements of a page in the order in which they end. The tree grows only as far as they are
 * read, and no further than is good for us: a few bytes of HTML can mean thousands of elements
 * (unclosed tags are opened again in every paragraph).
 */
final class PageElements {

  /** What a page says of itself it says before that. */
  private static final int MAX_ELEMENTS = 10_000;

  private static final int MAX_DEPTH = 128;

  private PageElements() {}

  /**
   * Ends early when the thread is interrupted.
   *
   * @param baseUri what relative URLs are relative to, unless the page says otherwise
   */
  static Stream<Element> of(String html, String baseUri) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    return new StreamParser(parser)
        .parse(html, baseUri).stream()
            .limit(MAX_ELEMENTS)
            .takeWhile(element -> !Thread.currentThread().isInterrupted());
  }
}
