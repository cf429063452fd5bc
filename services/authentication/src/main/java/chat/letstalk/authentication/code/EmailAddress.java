package chat.letstalk.authentication.code;

import chat.letstalk.authentication.InvalidInput;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address as we know it: without space around it, in lower case, ASCII alone. An address
 * with other letters is refused rather than made to fit: what looks like somebody's address or
 * folds into it (Cyrillic letters, full-width letters, the Kelvin sign) is never taken for his.
 * Internationalised domains are written in their {@code xn--} form.
 *
 * @param text at most 254 characters, none of which means anything to a mail header
 */
public record EmailAddress(String text) {

  /** RFC 5321: the longest path between angle brackets is 256. */
  private static final int LONGEST = 254;

  private static final int LONGEST_LOCAL_PART = 64;

  /** Dot-atom at a domain of at least two labels; quoted parts and address literals are refused. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]++)*+"
              + "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

  private static final Pattern ASCII = Pattern.compile("[\\x21-\\x7e]++");

  /**
   * What somebody typed.
   *
   * @throws InvalidInput when it is no address
   */
  public static EmailAddress of(String typed) {
    String trimmed = typed.length() > 4 * LONGEST ? "" : typed.strip();
    // Before the case is folded: there are letters whose lower case is ASCII.
    if (trimmed.length() > LONGEST || !ASCII.matcher(trimmed).matches()) {
      throw new InvalidInput("This is no e-mail address that mail can be sent to");
    }
    String text = trimmed.toLowerCase(Locale.ROOT);
    if (text.indexOf('@') > LONGEST_LOCAL_PART || !ADDRESS.matcher(text).matches()) {
      throw new InvalidInput("This is no e-mail address that mail can be sent to");
    }
    return new EmailAddress(text);
  }
}
