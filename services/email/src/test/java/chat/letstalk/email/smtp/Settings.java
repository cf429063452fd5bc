package chat.letstalk.email.smtp;

import chat.letstalk.email.mail.Mail;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Settings and mails for tests: those of the product, and short where somebody waits. */
record Settings(
    String host,
    int port,
    SmtpSecurity security,
    String user,
    String password,
    Duration answerWithin) {

  static final String FROM = "LetsTalk für alle <no-reply@letstalk.example>";

  private static final Duration PATIENT = Duration.ofMinutes(1);

  static Settings of(int port) {
    return new Settings("127.0.0.1", port, SmtpSecurity.IF_OFFERED, null, null, PATIENT);
  }

  Settings host(String name) {
    return new Settings(name, port, security, user, password, answerWithin);
  }

  Settings security(SmtpSecurity wanted) {
    return new Settings(host, port, wanted, user, password, answerWithin);
  }

  Settings user(String name, String secret) {
    return new Settings(host, port, security, name, secret, answerWithin);
  }

  Settings impatient() {
    return new Settings(host, port, security, user, password, Duration.ofMillis(500));
  }

  SmtpMailServer server() {
    return new SmtpMailServer(
        new SmtpSettings(
            host,
            port,
            FROM,
            security,
            Optional.ofNullable(user),
            Optional.ofNullable(password),
            Optional.of("letstalk.example"),
            PATIENT,
            answerWithin),
        Clock.systemUTC());
  }

  /** GreenMail on a free port; a busy machine may take its time to start it. */
  static GreenMail mailbox(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(PATIENT.toMillis());
    return new GreenMail(setup);
  }

  static Mail mailTo(String address) {
    return mail(address, "Your code", "Your code is 4711.\n", "<p>Your code is <b>4711</b></p>");
  }

  static Mail mail(String to, String subject, String text, String html) {
    return new Mail(UUID.randomUUID(), to, subject, text, html, null);
  }
}
