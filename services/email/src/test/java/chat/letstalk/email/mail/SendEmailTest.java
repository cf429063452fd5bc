package chat.letstalk.email.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.contracts.event.EmailEvent;
import chat.letstalk.email.mail.EmailMeter.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendEmailTest {

  private static final long NOW = 1_764_000_000L;

  private final List<Mail> taken = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private RuntimeException failure;
  private final SendEmail sendEmail =
      new SendEmail(
          this::take,
          new RecentMails(3),
          new Counts(),
          Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

  @Test
  void a_mail_is_handed_to_the_server() {
    sendEmail.send(mail("alice@example.com", NOW + 1));
    assertThat(taken).singleElement().extracting(Mail::to).isEqualTo("alice@example.com");
    assertThat(outcomes).containsExactly(Outcome.SENT);
  }

  @Test
  void a_repeated_event_is_not_mailed_twice() {
    EmailEvent mail = mail("alice@example.com", 0);
    sendEmail.send(mail);
    sendEmail.send(mail);
    assertThat(taken).hasSize(1);
    assertThat(outcomes).containsExactly(Outcome.SENT, Outcome.REPEATED);
  }

  @Test
  void a_mail_that_was_not_sent_is_sent_when_it_comes_again() {
    EmailEvent mail = mail("alice@example.com", 0);
    failure = new MailServerUnavailable("away", null);
    assertThatThrownBy(() -> sendEmail.send(mail)).isSameAs(failure);
    failure = null;
    sendEmail.send(mail);
    assertThat(taken).hasSize(1);
    assertThat(outcomes).containsExactly(Outcome.FAILED, Outcome.SENT);
  }

  @Test
  void a_refusal_is_told_and_counted() {
    failure = new MailRefused("no such mailbox");
    assertThatThrownBy(() -> sendEmail.send(mail("nobody@example.com", 0))).isSameAs(failure);
    assertThat(outcomes).containsExactly(Outcome.REFUSED);
  }

  @Test
  void an_expired_mail_is_dropped() {
    sendEmail.send(mail("alice@example.com", NOW - 1));
    assertThat(taken).isEmpty();
    assertThat(outcomes).containsExactly(Outcome.EXPIRED);
  }

  @Test
  void only_so_many_mails_are_remembered_the_oldest_are_forgotten() {
    EmailEvent oldest = mail("alice@example.com", 0);
    sendEmail.send(oldest);
    EmailEvent newest = null;
    for (int i = 0; i < 3; i++) {
      newest = mail("bob@example.com", 0);
      sendEmail.send(newest);
    }
    sendEmail.send(newest);
    sendEmail.send(oldest);
    assertThat(taken).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\nBcc: eve@example.com", "\n", "\r", "\0", "\u0085", "\u2028"})
  void nothing_in_the_head_can_become_a_header_of_its_own(String injected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sendEmail.send(mail("alice@example.com" + injected, 0)))
        .withMessageNotContaining("example.com");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sendEmail.send(subject("Your code" + injected)))
        .withMessageNotContaining("Your code");
    assertThatIllegalArgumentException().isThrownBy(() -> sendEmail.send(id("1" + injected)));
    assertThat(taken).isEmpty();
  }

  @Test
  void an_incomplete_mail_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> sendEmail.send(mail(null, 0)));
    assertThatIllegalArgumentException().isThrownBy(() -> sendEmail.send(mail("", 0)));
    assertThatIllegalArgumentException().isThrownBy(() -> sendEmail.send(subject(null)));
    assertThatIllegalArgumentException().isThrownBy(() -> sendEmail.send(id(null)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sendEmail.send(new EmailEvent(newId(), "a@b.c", "Hi", null, "<p>", 0)));
  }

  @Test
  void logs_are_told_the_mails_id_alone() {
    assertThat(Mail.of(mail("alice@example.com", 0)).toString())
        .matches("mail [0-9a-f-]{36}")
        .doesNotContain("alice");
  }

  private void take(Mail mail) {
    if (failure != null) {
      throw failure;
    }
    taken.add(mail);
  }

  private static EmailEvent mail(String to, long expiresAt) {
    return new EmailEvent(newId(), to, "Your code", "4711", "<b>4711</b>", expiresAt);
  }

  private static EmailEvent subject(String subject) {
    return new EmailEvent(newId(), "alice@example.com", subject, "4711", null, 0);
  }

  private static EmailEvent id(String id) {
    return new EmailEvent(id, "alice@example.com", "Your code", "4711", null, 0);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private final class Counts implements EmailMeter {
    @Override
    public void count(Outcome outcome) {
      outcomes.add(outcome);
    }

    @Override
    public void took(Duration duration) {
      assertThat(duration).isPositive();
    }
  }
}
