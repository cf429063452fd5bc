package chat.letstalk.page.address;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.page.NoPage;
import chat.letstalk.page.Outcome;
import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;

/**
 * The URL of a page as it is asked for: http or https, the host in ASCII and lower case, everything
 * else percent-encoded, no credentials, no fragment. Two spellings of one URL are equal. Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 * @param port from 1 to 65535
 * @param path begins with a slash; includes the query
 */
public record PageUrl(String scheme, String host, int port, String path) {

  /** Longer ones are no addresses that somebody wants to share. */
  private static final int MAX_LENGTH = 2048;

  // Each part ends at a character that it cannot contain: nothing to backtrack over.
  private static final Pattern PARTS =
      Pattern.compile(
          "(https?)://([^/?#\\\\]*)([^#]*).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:@]+):?([0-9]{0,5})");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*+");
  private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

  /**
   * Reads a URL as people type it: with letters of any script, with spaces.
   *
   * @throws NoPage when it is none that a page can have
   */
  public static PageUrl parse(String text) throws NoPage {
    Matcher parts = PARTS.matcher(text.strip());
    if (text.length() > MAX_LENGTH || !parts.matches() || hasControls(text)) {
      throw new NoPage(Outcome.UNSUPPORTED_URL);
    }
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches()) { // such as with credentials
      throw new NoPage(Outcome.UNSUPPORTED_URL);
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    String path = parts.group(3);
    return new PageUrl(
        scheme,
        host(authority.group(1)),
        port(scheme, authority.group(2)),
        encode(path.startsWith("/") ? path : "/" + path));
  }

  /**
   * Where a redirect or a reference leads to.
   *
   * @param reference absolute or relative
   * @throws NoPage when that is nothing a page can be at
   */
  public PageUrl resolve(String reference) throws NoPage {
    String utf8 = new String(reference.strip().getBytes(ISO_8859_1), UTF_8);
    if (PARTS.matcher(utf8).matches()) {
      return parse(utf8);
    }
    try {
      return parse(URIUtils.resolve(uri(), URI.create(encode(utf8))).toString());
    } catch (IllegalArgumentException e) {
      throw new NoPage(Outcome.UNSUPPORTED_URL, e);
    }
  }

  /** The URL without its path: {@code https://example.com}. */
  public String origin() {
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }

  public URI uri() {
    return URI.create(toString());
  }

  @Override
  public String toString() {
    return origin() + path;
  }

  private static String host(String text) throws NoPage {
    if (text.startsWith("[")) {
      return text.toLowerCase(Locale.ROOT);
    }
    String ascii = ascii(text);
    String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (host.length() > 253 || !NAME.matcher(host).matches()) {
      throw new NoPage(Outcome.UNSUPPORTED_URL);
    }
    return host;
  }

  /** With full-width digits and dots and the like as what they mean. */
  private static String ascii(String name) throws NoPage {
    try {
      return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new NoPage(Outcome.UNSUPPORTED_URL, e);
    }
  }

  private static int port(String scheme, String text) throws NoPage {
    if (text.isEmpty()) {
      return scheme.equals("https") ? 443 : 80;
    }
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw new NoPage(Outcome.UNSUPPORTED_URL);
    }
    return port;
  }

  private static boolean hasControls(String text) {
    return text.strip().chars().anyMatch(Character::isISOControl);
  }

  /** RFC 3986: what is neither allowed in a path or query nor encoded already becomes %XX. */
  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char character = (char) (bytes[i] & 0xff);
      boolean plain =
          character == '%'
              ? isHex(bytes, i + 1) && isHex(bytes, i + 2)
              : isLetterOrDigit(character) || PLAIN.indexOf(character) >= 0;
      if (plain) {
        encoded.append(character);
      } else {
        encoded.append('%').append("%02X".formatted((int) character));
      }
    }
    return encoded.toString();
  }

  private static boolean isHex(byte[] bytes, int index) {
    return index < bytes.length && Character.digit(bytes[index], 16) >= 0;
  }

  private static boolean isLetterOrDigit(char character) {
    return character < 128 && Character.isLetterOrDigit(character);
  }
}
