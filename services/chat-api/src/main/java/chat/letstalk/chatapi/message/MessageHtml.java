package chat.letstalk.chatapi.message;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;
import org.nibor.autolink.Span;
import org.owasp.encoder.Encode;

/**
 * A text as HTML that is safe wherever it is shown: everything is escaped, lines stand in {@code
 * <p>}, http(s) addresses are links that tell the linked page nothing. Thread-safe.
 */
final class MessageHtml {

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final LinkExtractor LINKS =
      LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.URL)).build();

  /**
   * Marks that turn the direction of what follows: an address with one is not where it seems to go.
   */
  private static final Pattern TURNED =
      Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private MessageHtml() {}

  static String of(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    for (String line : LINE_BREAK.split(text, -1)) {
      html.append("<p>");
      for (Span span : LINKS.extractSpans(line)) {
        append(html, span, line.substring(span.getBeginIndex(), span.getEndIndex()));
      }
      html.append("</p>");
    }
    return html.toString();
  }

  /**
   * The first address in a text that is a link in its HTML.
   *
   * @param text null for none
   */
  static Optional<String> firstLink(String text) {
    return text == null
        ? Optional.empty()
        : LINE_BREAK
            .splitAsStream(text)
            .flatMap(
                line ->
                    StreamSupport.stream(LINKS.extractLinks(line).spliterator(), false)
                        .map(link -> line.substring(link.getBeginIndex(), link.getEndIndex())))
            .filter(MessageHtml::isWeb)
            .findFirst();
  }

  private static void append(StringBuilder html, Span span, String part) {
    String escaped = Encode.forHtml(part);
    if (span instanceof LinkSpan && isWeb(part)) {
      html.append("<a href=\"")
          .append(escaped)
          .append("\" target=\"_blank\" rel=\"noopener noreferrer\">")
          .append(escaped)
          .append("</a>");
    } else {
      html.append(escaped);
    }
  }

  private static boolean isWeb(String address) {
    String scheme = address.toLowerCase(Locale.ROOT);
    return (scheme.startsWith("http://") || scheme.startsWith("https://"))
        && !TURNED.matcher(address).find();
  }
}
