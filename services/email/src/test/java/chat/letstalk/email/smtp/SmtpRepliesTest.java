package chat.letstalk.email.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import chat.letstalk.email.mail.MailRefused;
import chat.letstalk.email.mail.MailServerUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server's answers mean for a mail. */
class SmtpRepliesTest {

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550 5.7.1 not from you",
    "MAIL, 552 5.3.4 too big",
    "RCPT, 550 5.1.1 <alice@example.com>: no such user",
    "RCPT, 553 alice@example.com is no mailbox",
    "RCPT, 554 5.7.1 alice@example.com is listed",
    "DATA, 554 no valid recipients",
    "., 554 5.6.0 alice@example.com does not like it",
    "., 571 5.7.1 spam",
  })
  void a_refusal_for_good_is_told_by_its_numbers_alone(String command, String answer)
      throws IOException {
    Throwable failure = answeredWith(command, answer);
    assertThat(failure)
        .isInstanceOf(MailRefused.class)
        .hasMessageContaining("answered " + answer.substring(0, 3));
    assertThat(everythingIn(failure)).doesNotContain("alice").doesNotContain("spam");
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 451 4.7.1 try later",
    "MAIL, 530 5.7.0 sign in first",
    "RCPT, 450 4.2.0 <alice@example.com>: greylisted",
    "RCPT, 452 4.2.2 mailbox full",
    "DATA, 451 later",
    "., 452 4.3.1 disk full",
    "'', 554 no service here",
    "'', 421 too many connections",
  })
  void every_other_answer_is_worth_another_attempt(String command, String answer)
      throws IOException {
    Throwable failure = answeredWith(command, answer);
    assertThat(failure).isInstanceOf(MailServerUnavailable.class);
    assertThat(everythingIn(failure)).doesNotContain("alice");
  }

  @ParameterizedTest
  @CsvSource({"''", "RCPT", "DATA", "."})
  void a_server_that_falls_silent_is_not_waited_for_longer_than_configured(String command)
      throws IOException {
    try (RefusingServer server = new RefusingServer(Map.of(command, RefusingServer.SILENCE))) {
      var mailServer = Settings.of(server.port()).impatient().server();
      assertThatThrownBy(() -> mailServer.take(Settings.mailTo("alice@example.com")))
          .isInstanceOf(MailServerUnavailable.class)
          .hasStackTraceContaining("timed out");
    }
  }

  @Test
  void a_server_that_took_the_mail_may_say_goodbye_as_it_likes() throws IOException {
    try (RefusingServer server = new RefusingServer(Map.of("QUIT", "421 whatever"))) {
      assertThatCode(
              () -> Settings.of(server.port()).server().take(Settings.mailTo("alice@example.com")))
          .doesNotThrowAnyException();
    }
  }

  private static Throwable answeredWith(String command, String answer) throws IOException {
    try (RefusingServer server = new RefusingServer(Map.of(command, answer))) {
      var mailServer = Settings.of(server.port()).server();
      return catchThrowable(() -> mailServer.take(Settings.mailTo("alice@example.com")));
    }
  }

  private static String everythingIn(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
