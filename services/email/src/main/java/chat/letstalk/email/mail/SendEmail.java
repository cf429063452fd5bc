package chat.letstalk.email.mail;

import chat.letstalk.contracts.event.EmailEvent;
import chat.letstalk.email.mail.EmailMeter.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/**
 * Sends a mail, once as far as one replica can know. What is worthless by now is dropped: a code
 * that no longer works would only confuse. Thread-safe.
 */
public class SendEmail {

  private static final Logger LOG = Logger.getLogger(SendEmail.class.getName());

  private final MailServer server;
  private final RecentMails recent;
  private final EmailMeter meter;
  private final Clock clock;

  public SendEmail(MailServer server, RecentMails recent, EmailMeter meter, Clock clock) {
    this.server = server;
    this.recent = recent;
    this.meter = meter;
    this.clock = clock;
  }

  /**
   * @throws IllegalArgumentException when the event is no mail
   * @throws MailRefused when it can never be sent
   * @throws MailServerUnavailable when it may be sent later
   */
  public void send(EmailEvent event) {
    Mail mail = Mail.of(event);
    if (mail.isWorthlessAt(clock.instant())) {
      meter.count(Outcome.EXPIRED);
      LOG.warning(() -> "%s is not sent: it expired at %s".formatted(mail, mail.expiresAt()));
    } else if (!recent.add(mail.id())) {
      meter.count(Outcome.REPEATED);
      LOG.info(() -> mail + " is not sent again");
    } else {
      handIn(mail);
    }
  }

  private void handIn(Mail mail) {
    long started = System.nanoTime();
    try {
      server.take(mail);
    } catch (RuntimeException e) {
      recent.remove(mail.id());
      meter.count(e instanceof MailRefused ? Outcome.REFUSED : Outcome.FAILED);
      throw e;
    }
    meter.took(Duration.ofNanos(System.nanoTime() - started));
    meter.count(Outcome.SENT);
  }
}
