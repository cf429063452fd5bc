package chat.letstalk.stack;

import java.util.List;
import java.util.regex.Pattern;

/** The string members of one name in a JSON text: all that is needed of JSON here. */
final class JsonStrings {

  private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)");

  private JsonStrings() {}

  static List<String> of(String json, String member) {
    return Pattern.compile("\"" + member + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"")
        .matcher(json)
        .results()
        .map(found -> unescaped(found.group(1)))
        .toList();
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                java.util.regex.Matcher.quoteReplacement(
                    found.group(2) == null
                        ? character(found.group(1).charAt(0))
                        : String.valueOf((char) Integer.parseInt(found.group(2), 16))));
  }

  private static String character(char escaped) {
    return switch (escaped) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'b' -> "\b";
      case 'f' -> "\f";
      default -> String.valueOf(escaped);
    };
  }
}
