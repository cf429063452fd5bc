package chat.letstalk.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;

/** Reads addresses strictly: what is not exactly one address is none. */
final class SmtpAddresses {

  private SmtpAddresses() {}

  /**
   * @param address without a display name; its domain may be an internationalised one
   * @throws AddressException when it is not exactly one address that SMTP can carry
   */
  static InternetAddress recipient(String address) throws AddressException {
    String ascii = withAsciiDomain(address);
    InternetAddress parsed = new InternetAddress(ascii, true);
    if (!ascii.equals(parsed.getAddress()) || parsed.isGroup() || !isAscii(ascii)) {
      throw new AddressException("Not one plain address");
    }
    return parsed;
  }

  /**
   * @param from {@code LetsTalk <no-reply@example.com>} or the address alone
   * @throws IllegalArgumentException when it is no such thing
   */
  static InternetAddress sender(String from) {
    try {
      InternetAddress parsed = new InternetAddress(from, true);
      if (parsed.isGroup() || parsed.getAddress().indexOf('@') < 0) {
        throw new AddressException("Not one address with a domain");
      }
      return new InternetAddress(parsed.getAddress(), parsed.getPersonal(), UTF_8.name());
    } catch (AddressException | UnsupportedEncodingException e) {
      throw new IllegalArgumentException(
          "letstalk.smtp.from is %s; it must be one address like LetsTalk <no-reply@example.com>"
              .formatted(from),
          e);
    }
  }

  private static String withAsciiDomain(String address) throws AddressException {
    int at = address.lastIndexOf('@');
    if (at < 1) {
      throw new AddressException("No domain");
    }
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      throw new AddressException("No domain name");
    }
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < 128);
  }
}
