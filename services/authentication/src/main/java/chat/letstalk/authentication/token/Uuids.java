package chat.letstalk.authentication.token;

import java.util.regex.Pattern;

/** UUIDs in their one text form: with hyphens, in lower case or upper case. */
final class Uuids {

  private static final Pattern TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private Uuids() {}

  static boolean isUuid(String text) {
    return text != null && TEXT.matcher(text).matches();
  }
}
