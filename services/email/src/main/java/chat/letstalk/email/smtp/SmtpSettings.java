package chat.letstalk.email.smtp;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * How to reach the mail server. Immutable.
 *
 * @param from the sender of every mail, with or without a display name
 * @param user who signs in; empty for nobody
 * @param ehlo the name to greet with; empty for the host name
 * @param connectWithin the longest wait for the connection
 * @param answerWithin the longest wait for an answer, and for taking what is sent
 */
public record SmtpSettings(
    String host,
    int port,
    String from,
    SmtpSecurity security,
    Optional<String> user,
    Optional<String> password,
    Optional<String> ehlo,
    Duration connectWithin,
    Duration answerWithin) {

  /** As Jakarta Mail wants it. */
  Properties forJakartaMail() {
    Properties all = new Properties();
    all.setProperty("mail.transport.protocol", "smtp");
    all.setProperty("mail.smtp.host", host);
    all.setProperty("mail.smtp.port", String.valueOf(port));
    all.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
    all.setProperty("mail.smtp.ssl.enable", String.valueOf(security == SmtpSecurity.TLS));
    all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    all.setProperty("mail.smtp.starttls.enable", String.valueOf(usesStartTls()));
    all.setProperty("mail.smtp.starttls.required", String.valueOf(insistsOnStartTls()));
    all.setProperty("mail.smtp.connectiontimeout", String.valueOf(connectWithin.toMillis()));
    all.setProperty("mail.smtp.timeout", String.valueOf(answerWithin.toMillis()));
    all.setProperty("mail.smtp.writetimeout", String.valueOf(answerWithin.toMillis()));
    ehlo.ifPresent(name -> all.setProperty("mail.smtp.localhost", name));
    return all;
  }

  private boolean usesStartTls() {
    return security == SmtpSecurity.IF_OFFERED || security == SmtpSecurity.STARTTLS;
  }

  /** A password never goes out unencrypted because somebody on the way has removed an offer. */
  private boolean insistsOnStartTls() {
    return security == SmtpSecurity.STARTTLS
        || (security == SmtpSecurity.IF_OFFERED && user.isPresent());
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s:%d (%s)".formatted(host, port, security);
  }
}
