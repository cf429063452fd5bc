package chat.letstalk.email.smtp;

import chat.letstalk.email.mail.Mail;
import chat.letstalk.email.mail.MailRefused;
import chat.letstalk.email.mail.MailServer;
import chat.letstalk.email.mail.MailServerUnavailable;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands mails in by SMTP (RFC 5321), each on a connection of its own. Thread-safe. */
public final class SmtpMailServer implements MailServer {

  private static final Logger LOG = Logger.getLogger(SmtpMailServer.class.getName());

  private final SmtpSettings settings;
  private final Session session;
  private final InternetAddress from;
  private final Clock clock;

  /**
   * @throws IllegalArgumentException when the configured sender is no address
   */
  public SmtpMailServer(SmtpSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    session = Session.getInstance(settings.forJakartaMail());
    from = SmtpAddresses.sender(settings.from());
  }

  @Override
  public void take(Mail mail) {
    try {
      InternetAddress to = SmtpAddresses.recipient(mail.to());
      MimeMail message = new MimeMail(session, from, to, mail, clock.instant());
      send(message, to);
    } catch (AddressException e) {
      throw new MailRefused("The address of " + mail + " is none that mail can be sent to");
    } catch (MessagingException e) {
      throw translated(mail, e);
    }
  }

  private void send(MimeMail message, InternetAddress to) throws MessagingException {
    Transport transport = session.getTransport();
    try {
      transport.connect(settings.user().orElse(null), settings.password().orElse(null));
      transport.sendMessage(message, new Address[] {to});
    } finally {
      close(transport);
    }
  }

  /** What the server has taken it keeps: a goodbye that fails changes nothing. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "The connection to the mail server did not end well", e);
    }
  }

  private RuntimeException translated(Mail mail, MessagingException failure) {
    Optional<SmtpReply> reply = SmtpReply.of(failure);
    if (reply.isEmpty()) {
      return new MailServerUnavailable(
          "%s did not reach the mail server %s: look at its state and at letstalk.smtp.*"
              .formatted(mail, settings),
          failure);
    }
    String what = "The mail server answered %s to %s".formatted(reply.get(), mail);
    return reply.get().isFinal() ? new MailRefused(what) : new MailServerUnavailable(what, null);
  }

  /** Where it is, without secrets. */
  @Override
  public String toString() {
    return settings.toString();
  }
}
