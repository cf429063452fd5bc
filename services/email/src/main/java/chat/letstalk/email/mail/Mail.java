package chat.letstalk.email.mail;

import chat.letstalk.contracts.event.EmailEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that can be sent: complete, and with nothing in its head that could become a header of its
 * own. Immutable.
 *
 * @param id the same in every repetition
 * @param to one address
 * @param subject one line
 * @param text the mail as text
 * @param html the same as HTML, or null
 * @param expiresAt when it becomes worthless, or null for never
 */
public record Mail(
    UUID id, String to, String subject, String text, String html, Instant expiresAt) {

  /**
   * The mail that an event asks for.
   *
   * @throws IllegalArgumentException when it can never be sent; says why, without quoting it
   */
  static Mail of(EmailEvent event) {
    return new Mail(
        idOf(event),
        oneLine("address", event.to()),
        oneLine("subject", event.subject()),
        present("text", event.text()),
        event.html(),
        event.expiresAt() == 0 ? null : Instant.ofEpochSecond(event.expiresAt()));
  }

  boolean isWorthlessAt(Instant now) {
    return expiresAt != null && now.isAfter(expiresAt);
  }

  /** Without what it says and to whom: this ends up in logs. */
  @Override
  public String toString() {
    return "mail " + id;
  }

  private static UUID idOf(EmailEvent event) {
    try {
      return UUID.fromString(present("eventId", event.eventId()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The mail has no UUID as its eventId", e);
    }
  }

  private static String oneLine(String name, String value) {
    if (present(name, value).chars().anyMatch(Mail::endsALine)) {
      throw new IllegalArgumentException(
          "The %s of the mail has control characters in it".formatted(name));
    }
    return value;
  }

  private static boolean endsALine(int character) {
    return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
  }

  private static String present(String name, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("The mail has no " + name);
    }
    return value;
  }
}
