package chat.letstalk.page.html;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What an HTML page says of itself: by Open Graph, by Twitter's cards, by plain HTML. Immutable.
 *
 * @param title one line of plain text, or null
 * @param pictures absolute URLs of any kind, the preferred one first
 */
public record HtmlPage(String title, List<String> pictures) {

  private static final int MAX_TITLE = 300;

  private static final String TITLE = "<title>";
  private static final String IMAGE_LINK = "<link rel=image_src>";
  private static final List<String> TITLES = List.of("og:title", "twitter:title", TITLE);
  private static final List<String> PICTURES =
      List.of(
          "og:image:secure_url",
          "og:image",
          "og:image:url",
          "twitter:image",
          "twitter:image:src",
          IMAGE_LINK);

  public HtmlPage {
    pictures = List.copyOf(pictures);
  }

  /**
   * Reads a page; whatever is wrong with its HTML, and wherever it is cut off.
   *
   * @param page its bytes
   * @param charset as the server declares it, if it does
   * @param url what its relative references are relative to
   */
  public static HtmlPage read(byte[] page, Optional<String> charset, String url) {
    Map<String, String> said = new HashMap<>();
    PageElements.of(PageText.decode(page, charset), url)
        .takeWhile(element -> !saysAll(said))
        .forEach(element -> listen(element, said));
    String title =
        values(TITLES, said)
            .map(value -> PlainText.of(value, MAX_TITLE))
            .filter(line -> !line.isEmpty())
            .findFirst()
            .orElse(null);
    return new HtmlPage(title, values(PICTURES, said).toList());
  }

  private static boolean saysAll(Map<String, String> said) {
    return said.containsKey(TITLES.get(0)) && said.containsKey(PICTURES.get(0));
  }

  private static Stream<String> values(List<String> names, Map<String, String> said) {
    return names.stream().filter(said::containsKey).map(said::get);
  }

  /** The first of a kind counts; a drawing inside the page has titles too, which do not. */
  private static void listen(Element element, Map<String, String> said) {
    if (!element.tag().namespace().equals(Parser.NamespaceHtml)) {
      return;
    }
    switch (element.normalName()) {
      case "title" -> said.putIfAbsent(TITLE, element.text());
      case "meta" -> listenToMeta(element, said);
      case "link" -> {
        if (element.attr("rel").equalsIgnoreCase("image_src") && element.hasAttr("href")) {
          said.putIfAbsent(IMAGE_LINK, element.absUrl("href"));
        }
      }
      default -> {}
    }
  }

  private static void listenToMeta(Element meta, Map<String, String> said) {
    String name = meta.attr(meta.hasAttr("property") ? "property" : "name");
    String kind = name.strip().toLowerCase(Locale.ROOT);
    if (TITLES.contains(kind) && !meta.attr("content").isBlank()) {
      said.putIfAbsent(kind, meta.attr("content"));
    } else if (PICTURES.contains(kind) && !meta.attr("content").isBlank()) {
      said.putIfAbsent(kind, meta.absUrl("content"));
    }
  }
}
