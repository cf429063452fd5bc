package chat.letstalk.email.smtp;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a mail server answered to one of the commands that carry a mail. Its text is left out, since
 * servers like to quote addresses.
 *
 * @param code RFC 5321 section 4.2
 * @param status the enhanced status code (RFC 3463), or an empty text
 */
record SmtpReply(int code, String status) {

  private static final Pattern ENHANCED = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})");

  /** The answer behind a failure; empty when the failure is another one. */
  static Optional<SmtpReply> of(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException mail; e = mail.getNextException()) {
      int code = codeOf(mail);
      if (code > 0) {
        Matcher status = ENHANCED.matcher(String.valueOf(mail.getMessage()));
        return Optional.of(new SmtpReply(code, status.find() ? status.group(1) : ""));
      }
    }
    return Optional.empty();
  }

  private static int codeOf(MessagingException failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
  }

  /**
   * Whether the server means this mail and means it for good. Replies about signing in (530 to 538,
   * RFC 4954) are about our configuration: the mail can be sent once that is mended.
   */
  boolean isFinal() {
    return code >= 500 && code <= 599 && (code < 530 || code > 538);
  }

  @Override
  public String toString() {
    return (code + " " + status).strip();
  }
}
