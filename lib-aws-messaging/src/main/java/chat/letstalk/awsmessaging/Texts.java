package chat.letstalk.awsmessaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What AWS takes as text. */
final class Texts {

  /** Message groups and deduplication ids. */
  private static final Pattern TOKEN = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");

  private Texts() {}

  /**
   * SQS takes no message with half a surrogate pair or a character that XML 1.0 has not. In JSON
   * they can only stand inside strings, where their escape means the same.
   */
  static String acceptable(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int width = Character.charCount(c);
      if (isAcceptable(c)) {
        if (escaped != null) {
          escaped.appendCodePoint(c);
        }
      } else {
        escaped = escaped == null ? new StringBuilder(text.substring(0, i)) : escaped;
        escaped.append("\\u%04x".formatted(c));
      }
      i += width;
    }
    return escaped == null ? text : escaped.toString();
  }

  private static boolean isAcceptable(int c) {
    return c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000
        || c == '\t'
        || c == '\n'
        || c == '\r';
  }

  /** The text itself where AWS takes it as a token, otherwise its hash. */
  static String token(String text) {
    return TOKEN.matcher(text).matches() ? text : hash(text);
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static int bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
