package chat.letstalk.email.mail;

/** Where mails are handed in. Thread-safe. */
@FunctionalInterface
public interface MailServer {

  /**
   * Hands a mail in. Once this returns, the server has promised to bring it to its address.
   *
   * @throws MailRefused when it will never take this mail
   * @throws MailServerUnavailable when it may take it later, or may have taken it already: a
   *     repetition carries the same Message-ID
   */
  void take(Mail mail);
}
