package chat.letstalk.chatapi.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountType;
import chat.letstalk.chatapi.mysql.TestDatabase;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.OutboxRelay;
import chat.letstalk.chatapi.outbox.QuietMeter;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.store.StoreEngine;
import chat.letstalk.chatapi.store.StoreSuite;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.EmailEvent;
import chat.letstalk.delivery.EventJson;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoginTest extends StoreSuite {

  private static final String SOURCE = "192.0.2.7";
  private static final long CLOCK = NOW.getEpochSecond();

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final AntiSpamClock antiSpam = new AntiSpamClock(clock);
  private final StandInAuthentication authentication = new StandInAuthentication();
  private final OutboxRelay relay =
      new OutboxRelay(
          engine().outbox(),
          engine().leases(),
          event -> new CompletableFuture<>(),
          new QuietMeter(),
          "nobody");
  private final SendLoginCode sendLoginCode =
      new SendLoginCode(antiSpam, authentication.client(), engine().outbox(), relay, clock);
  private final LogIn logIn =
      new LogIn(antiSpam, authentication.client(), engine().accounts(), clock);

  private final String email = UUID.randomUUID() + "@example.com";

  @Override
  protected StoreEngine engine() {
    return TestDatabase.engine();
  }

  @AfterEach
  void end() {
    authentication.close();
  }

  @Test
  void a_code_is_mailed_to_the_address_as_authentication_knows_it() {
    int validInSeconds =
        sendLoginCode.to(" " + email.toUpperCase(Locale.ROOT) + " ", CLOCK, SOURCE);
    assertThat(validInSeconds).isEqualTo(StandInAuthentication.VALID_IN_SECONDS);
    EmailEvent mail = mails().get(0);
    assertThat(mail.to()).isEqualTo(email);
    assertThat(mail.text()).contains("4711");
    assertThat(mail.html()).contains("4711");
    assertThat(mail.expiresAt()).isEqualTo(CLOCK + validInSeconds);
  }

  @Test
  void while_a_code_is_valid_no_second_one_is_mailed() {
    sendLoginCode.to(email, CLOCK, SOURCE);
    assertThat(sendLoginCode.to(email, CLOCK, SOURCE)).isPositive();
    assertThat(mails()).hasSize(1);
  }

  @Test
  void who_does_not_know_the_time_gets_no_code() {
    assertThatThrownBy(() -> sendLoginCode.to(email, CLOCK - 3600, SOURCE))
        .isInstanceOf(InvalidInput.class);
    assertThat(mails()).isEmpty();
  }

  @Test
  void the_first_login_creates_the_account_and_the_next_one_finds_it() {
    String first = codeEntered();
    String second = codeEntered();
    Account account = account();
    assertThat(account.type()).isEqualTo(AccountType.EMAIL);
    assertThat(account.email()).isEqualTo(email);
    assertThat(first).isEqualTo(StandInAuthentication.tokenOf(account.id().toString()));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void a_wrong_code_lets_nobody_in() {
    sendLoginCode.to(email, CLOCK, SOURCE);
    assertThatThrownBy(() -> logIn.withCode(email, 1234, CLOCK, SOURCE))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Code has expired");
  }

  @Test
  void a_code_works_once() {
    codeEntered();
    assertThatThrownBy(() -> logIn.withCode(email, StandInAuthentication.CODE, CLOCK, SOURCE))
        .hasMessage("Code has expired");
  }

  @Test
  void a_right_code_of_somebody_who_does_not_know_the_time_is_not_used_up() {
    sendLoginCode.to(email, CLOCK, SOURCE);
    assertThatThrownBy(() -> logIn.withCode(email, StandInAuthentication.CODE, 0, SOURCE))
        .isInstanceOf(InvalidInput.class);
    assertThat(logIn.withCode(email, StandInAuthentication.CODE, CLOCK, SOURCE)).isNotBlank();
  }

  private String codeEntered() {
    sendLoginCode.to(email, CLOCK, SOURCE);
    return logIn.withCode(email, StandInAuthentication.CODE, CLOCK, SOURCE);
  }

  /** The account of the address; asking for it once more makes no second one. */
  private Account account() {
    Account candidate = newcomer();
    return engine()
        .accounts()
        .getOrCreate(
            new Account(
                candidate.id(), AccountType.EMAIL, email, email, null, null, null, null, NOW));
  }

  private List<EmailEvent> mails() {
    return engine().outbox().oldest(100_000).stream()
        .map(Outbox.Entry::event)
        .filter(event -> event.channel().equals(Channels.EMAILS) && email.equals(event.key()))
        .map(event -> EventJson.read(event.body(), EmailEvent.class))
        .toList();
  }
}
