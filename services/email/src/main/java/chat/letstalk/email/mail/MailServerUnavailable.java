package chat.letstalk.email.mail;

/** The server did not take a mail, but may do so later. */
public class MailServerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason for the log: no address, nothing of the mail
   * @param cause under the same condition; null when it could quote the mail
   */
  public MailServerUnavailable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
