package chat.letstalk.email.assembly;

import chat.letstalk.delivery.Lanes;
import chat.letstalk.email.mail.EmailMeter;
import chat.letstalk.email.mail.MailServer;
import chat.letstalk.email.mail.RecentMails;
import chat.letstalk.email.mail.SendEmail;
import chat.letstalk.email.smtp.SmtpMailServer;
import chat.letstalk.email.smtp.SmtpSecurity;
import chat.letstalk.email.smtp.SmtpSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** The service, made of its configuration. */
@Dependent
public class EmailProducers {

  private static final String SMTP = "letstalk.smtp.";

  private final Config config;

  @Inject
  EmailProducers(Config config) {
    this.config = config;
  }

  @Produces
  @Singleton
  MailServer server() {
    SmtpSettings settings =
        new SmtpSettings(
            config.getValue(SMTP + "host", String.class),
            config.getValue(SMTP + "port", Integer.class),
            config.getValue(SMTP + "from", String.class),
            SmtpSecurity.named(config.getValue(SMTP + "security", String.class)),
            config.getOptionalValue(SMTP + "user", String.class),
            config.getOptionalValue(SMTP + "password", String.class),
            config.getOptionalValue(SMTP + "ehlo", String.class),
            config.getValue(SMTP + "connect-within", Duration.class),
            config.getValue(SMTP + "answer-within", Duration.class));
    return new SmtpMailServer(settings, Clock.systemUTC());
  }

  @Produces
  @Singleton
  SendEmail sendEmail(MailServer server, EmailMeter meter) {
    RecentMails recent =
        new RecentMails(config.getValue("letstalk.email.remembered", Integer.class));
    return new SendEmail(server, recent, meter, Clock.systemUTC());
  }

  @Produces
  @Singleton
  Lanes lanes() {
    return new Lanes(config.getValue("letstalk.email.concurrency", Integer.class));
  }
}
