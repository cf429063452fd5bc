package chat.letstalk.email.mail;

/** A mail that the server will never take, however often it is asked. */
public class MailRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason for the log and the dead letter: no address, nothing of the mail
   */
  public MailRefused(String reason) {
    super(reason);
  }
}
