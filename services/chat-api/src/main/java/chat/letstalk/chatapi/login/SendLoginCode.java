package chat.letstalk.chatapi.login;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.OutboxRelay;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Mails somebody a code to sign in with; while one is valid, no second is sent. */
@Shared
public class SendLoginCode {

  private final AntiSpamClock antiSpam;
  private final AuthenticationClient authentication;
  private final Outbox outbox;
  private final OutboxRelay relay;
  private final Clock clock;

  @Inject
  public SendLoginCode(
      AntiSpamClock antiSpam,
      AuthenticationClient authentication,
      Outbox outbox,
      OutboxRelay relay,
      Clock clock) {
    this.antiSpam = antiSpam;
    this.authentication = authentication;
    this.outbox = outbox;
    this.relay = relay;
    this.clock = clock;
  }

  /**
   * @param source the client's IP address
   * @return how long the code is valid, in seconds
   */
  public int to(String email, long antiSpamToken, String source) {
    antiSpam.check(antiSpamToken);
    var code = authentication.createLoginCode(email, source);
    if (code.isNew()) {
      long expiresAt = clock.instant().getEpochSecond() + code.validInSeconds();
      outbox.add(List.of(LoginMail.of(code.email(), code.code(), expiresAt)));
      relay.wake();
    }
    return code.validInSeconds();
  }
}
