package chat.letstalk.page.html;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Decodes a page: by its byte order mark, or else by what the server declares, or else by its own
 * {@code meta}, or else as UTF-8. A charset that nobody knows is as good as none.
 */
final class PageText {

  /** How far into the page its declaration may be. Browsers look 1024 bytes far, sites do not. */
  private static final int DECLARATION_WITHIN = 4096;

  private static final Pattern IN_CONTENT_TYPE =
      Pattern.compile("charset\\s*+=\\s*+[\"']?([\\w:.+-]++)", Pattern.CASE_INSENSITIVE);

  private PageText() {}

  /**
   * @param declared the charset that the server names, if any
   */
  static String decode(byte[] page, Optional<String> declared) {
    Optional<Charset> marked = byMark(page);
    Charset charset =
        marked
            .or(() -> declared.flatMap(PageText::named))
            .or(() -> byMeta(page))
            .orElse(StandardCharsets.UTF_8);
    String text = charset.decode(ByteBuffer.wrap(page)).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static Optional<Charset> byMark(byte[] page) {
    if (startsWith(page, 0xef, 0xbb, 0xbf)) {
      return Optional.of(StandardCharsets.UTF_8);
    } else if (startsWith(page, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    } else if (startsWith(page, 0xff, 0xfe)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  private static boolean startsWith(byte[] page, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (page.length <= i || (page[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** A declaration that could be read is in no UTF-16, whatever it says: so say browsers too. */
  private static Optional<Charset> byMeta(byte[] page) {
    int length = Math.min(page.length, DECLARATION_WITHIN);
    String beginning = new String(page, 0, length, StandardCharsets.ISO_8859_1);
    return PageElements.of(beginning, "")
        .filter(element -> element.elementIs("meta", Parser.NamespaceHtml))
        .flatMap(meta -> charsetOf(meta).stream())
        .findFirst()
        .map(charset -> charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
  }

  private static Optional<Charset> charsetOf(Element meta) {
    if (meta.hasAttr("charset")) {
      return named(meta.attr("charset"));
    }
    Matcher declaration = IN_CONTENT_TYPE.matcher(meta.attr("content"));
    boolean declares = meta.attr("http-equiv").equalsIgnoreCase("content-type");
    return declares && declaration.find() ? named(declaration.group(1)) : Optional.empty();
  }

  private static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
