package chat.letstalk.email.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.email.mail.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;

/** A mail as it goes over the wire (RFC 5322, MIME). */
final class MimeMail extends MimeMessage {

  private final String messageId;

  /**
   * @param to who gets it
   * @param date when it is sent
   */
  MimeMail(Session session, InternetAddress from, InternetAddress to, Mail mail, Instant date)
      throws MessagingException {
    super(session);
    String sender = from.getAddress();
    messageId = "<%s%s>".formatted(mail.id(), sender.substring(sender.lastIndexOf('@')));
    setFrom(from);
    setRecipient(RecipientType.TO, to);
    setSubject(mail.subject(), UTF_8.name());
    setSentDate(Date.from(date));
    setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notices, please
    setContentOf(mail);
    saveChanges();
  }

  private void setContentOf(Mail mail) throws MessagingException {
    if (mail.html() == null) {
      setText(mail.text(), UTF_8.name());
      return;
    }
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8.name(), "html");
    setContent(new MimeMultipart("alternative", text, html)); // the best comes last: RFC 2046
  }

  /** The same in every repetition, so that mailboxes can tell it from a second mail. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
