package chat.letstalk.stack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text part of a mail, decoded as far as digits are concerned.
 *
 * @param text what a person reads
 */
record MailText(String text) {

  private static final Pattern CODE = Pattern.compile("(?<!\\d)([1-9]\\d{3})(?!\\d)");
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENCODING =
      Pattern.compile("^content-transfer-encoding:\\s*(\\S+)", Pattern.MULTILINE);

  static MailText of(String source) {
    String mail = source.replace("\r\n", "\n");
    int end = mail.indexOf("\n\n");
    String head = end < 0 ? mail : mail.substring(0, end);
    String body = end < 0 ? "" : mail.substring(end + 2);
    String type = head.toLowerCase(Locale.ROOT);
    Matcher boundary = BOUNDARY.matcher(head);
    if (type.contains("content-type: multipart/") && boundary.find()) {
      String mark = "--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
      String[] parts = body.split(Pattern.quote(mark) + "(?:--)?\\s*\n");
      return of(parts.length > 1 ? parts[1] : ""); // the text comes first, the HTML after it
    }
    Matcher encoding = ENCODING.matcher(type);
    if (encoding.find() && encoding.group(1).equals("base64")) {
      return new MailText(
          new String(Base64.getMimeDecoder().decode(body), StandardCharsets.ISO_8859_1));
    }
    return new MailText(body.replace("=\n", ""));
  }

  /** The login code in it. */
  Optional<String> code() {
    return CODE.matcher(text).results().map(found -> found.group(1)).findFirst();
  }
}
