package chat.letstalk.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.email.mail.Mail;
import chat.letstalk.email.mail.MailRefused;
import chat.letstalk.email.mail.MailServer;
import chat.letstalk.email.mail.MailServerUnavailable;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On GreenMail, a real SMTP server. */
class SmtpMailServerTest {

  private final GreenMail mailbox = Settings.mailbox("smtp");
  private MailServer server;

  @BeforeEach
  void open() {
    mailbox.start();
    server = settings().server();
  }

  @AfterEach
  void close() {
    mailbox.stop();
  }

  @Test
  void a_mail_arrives_as_text_and_as_html() throws Exception {
    server.take(Settings.mailTo("alice@example.com"));
    MimeMessage mail = onlyMail();
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    Multipart parts = (Multipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(textOf(parts.getBodyPart(0), "text/plain")).isEqualTo("Your code is 4711.\n");
    assertThat(textOf(parts.getBodyPart(1), "text/html")).contains("<b>4711</b>");
  }

  @Test
  void a_mail_without_html_is_text_alone() throws Exception {
    server.take(Settings.mail("alice@example.com", "Hello", "Only text.", null));
    assertThat(textOf(onlyMail(), "text/plain")).isEqualTo("Only text.");
  }

  @Test
  void it_says_who_and_when_and_that_no_person_wrote_it() throws Exception {
    Mail sent = Settings.mailTo("alice@example.com");
    server.take(sent);
    MimeMessage mail = onlyMail();
    assertThat(mail.getMessageID()).isEqualTo("<" + sent.id() + "@letstalk.example>");
    assertThat(mail.getSentDate().toInstant())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    InternetAddress from = (InternetAddress) mail.getFrom()[0];
    assertThat(from.getAddress()).isEqualTo("no-reply@letstalk.example");
    assertThat(from.getPersonal()).isEqualTo("LetsTalk für alle");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("alice@example.com");
  }

  @Test
  void a_repetition_has_the_same_message_id() throws Exception {
    Mail sent = Settings.mailTo("alice@example.com");
    server.take(sent);
    server.take(sent);
    MimeMessage[] mails = mailbox.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë, 你好, привет 🎉",
        "a very long subject, a very long subject, a very long subject, a very long subject, ✓",
      })
  void every_letter_of_subject_and_text_arrives(String written) throws Exception {
    String text = written + "\n.\n..\nFrom here\n" + "x".repeat(3000);
    server.take(Settings.mail("alice@example.com", written, text, null));
    MimeMessage mail = onlyMail();
    assertThat(mail.getSubject()).isEqualTo(written);
    assertThat(textOf(mail, "text/plain")).isEqualTo(text);
  }

  @Test
  void a_domain_in_any_script_is_written_as_the_mail_system_writes_it() throws Exception {
    server.take(Settings.mailTo("alice@bücher.example"));
    assertThat(onlyMail().getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("alice@xn--bcher-kva.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "@example.com",
        "alice@",
        "alice@example.com, eve@example.com",
        "Alice <alice@example.com>",
        "<alice@example.com>",
        "friends: alice@example.com;",
        "alice@example.com (Alice)",
        "alice@exam ple.com",
        "alice@example..com",
        "алиса@example.com",
        "alice@example.com> BODY=8BITMIME <eve@example.com",
      })
  void what_is_not_one_plain_address_is_refused(String address) {
    assertThatThrownBy(() -> server.take(Settings.mailTo(address)))
        .isInstanceOf(MailRefused.class)
        .hasMessageNotContaining(address);
    assertThat(mailbox.getReceivedMessages()).isEmpty();
  }

  @Test
  void whoever_may_sign_in_does() {
    mailbox.setUser("letstalk@example.com", "letstalk", "secret");
    settings()
        .security(SmtpSecurity.NONE)
        .user("letstalk", "secret")
        .server()
        .take(Settings.mailTo("alice@example.com"));
    assertThat(mailbox.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_wrong_password_is_for_the_operator_to_mend_and_costs_no_mail() {
    mailbox.setUser("letstalk@example.com", "letstalk", "secret");
    MailServer stranger =
        settings().security(SmtpSecurity.NONE).user("letstalk", "guessed").server();
    assertThatThrownBy(() -> stranger.take(Settings.mailTo("alice@example.com")))
        .isInstanceOf(MailServerUnavailable.class)
        .hasStackTraceContaining("Authentication")
        .hasMessageNotContaining("guessed");
  }

  @Test
  void a_password_never_leaves_unencrypted_unless_told_so() {
    mailbox.setUser("letstalk@example.com", "letstalk", "secret");
    MailServer careful = settings().user("letstalk", "secret").server();
    assertThatThrownBy(() -> careful.take(Settings.mailTo("alice@example.com")))
        .isInstanceOf(MailServerUnavailable.class)
        .hasStackTraceContaining("STARTTLS");
    assertThat(mailbox.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_mail_that_must_be_encrypted_is_not_sent_without() {
    MailServer careful = settings().security(SmtpSecurity.STARTTLS).server();
    assertThatThrownBy(() -> careful.take(Settings.mailTo("alice@example.com")))
        .isInstanceOf(MailServerUnavailable.class);
    assertThat(mailbox.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_is_away_may_come_back() {
    mailbox.stop();
    assertThatThrownBy(() -> server.take(Settings.mailTo("alice@example.com")))
        .isInstanceOf(MailServerUnavailable.class)
        .hasMessageContaining("127.0.0.1")
        .hasStackTraceContaining("Connection refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "a@b.c, d@e.f", "LetsTalk", "friends: a@b.c;"})
  void a_sender_that_is_no_address_is_told_to_the_operator(String from) {
    SmtpSettings wrong =
        new SmtpSettings(
            "127.0.0.1",
            25,
            from,
            SmtpSecurity.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmtpMailServer(wrong, Clock.systemUTC()))
        .withMessageContaining("letstalk.smtp.from");
  }

  @Test
  void an_unknown_kind_of_encryption_is_refused_by_naming_the_known_ones() {
    assertThat(SmtpSecurity.named("if-offered")).isEqualTo(SmtpSecurity.IF_OFFERED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmtpSecurity.named("ssl"))
        .withMessageContaining("letstalk.smtp.security")
        .withMessageContaining("[if-offered, starttls, tls, none]");
  }

  private Settings settings() {
    return Settings.of(mailbox.getSmtp().getPort());
  }

  private MimeMessage onlyMail() {
    MimeMessage[] mails = mailbox.getReceivedMessages();
    assertThat(mails).hasSize(1);
    return mails[0];
  }

  private static String textOf(Part part, String type) throws Exception {
    assertThat(part.getContentType().toLowerCase(Locale.ROOT)).startsWith(type).contains("utf-8");
    return ((String) part.getContent()).replace("\r\n", "\n");
  }
}
