package chat.letstalk.email.smtp;

import java.util.Arrays;
import java.util.Locale;

/** How the connection to the mail server is encrypted. */
public enum SmtpSecurity {
  /** By STARTTLS when the server offers it; it must when somebody signs in. */
  IF_OFFERED,
  /** By STARTTLS, or not at all sent. */
  STARTTLS,
  /** TLS from the first byte. */
  TLS,
  /** Not at all. */
  NONE;

  /**
   * Reads the configured name.
   *
   * @param name as operators write it: {@code if-offered}
   * @throws IllegalArgumentException lists the names there are
   */
  public static SmtpSecurity named(String name) {
    return Arrays.stream(values())
        .filter(value -> value.configured().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "letstalk.smtp.security is %s; it can be one of %s"
                        .formatted(
                            name, Arrays.stream(values()).map(SmtpSecurity::configured).toList())));
  }

  private String configured() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
