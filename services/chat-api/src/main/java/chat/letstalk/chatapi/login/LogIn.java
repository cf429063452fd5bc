package chat.letstalk.chatapi.login;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.account.AccountStore;
import chat.letstalk.chatapi.account.AccountType;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Signs somebody in with a code; the first time creates the account. */
@Shared
public class LogIn {

  /** MP-JWT groups of everybody. */
  private static final List<String> GROUPS = List.of("user");

  private final AntiSpamClock antiSpam;
  private final AuthenticationClient authentication;
  private final AccountStore accounts;
  private final Clock clock;

  @Inject
  public LogIn(
      AntiSpamClock antiSpam,
      AuthenticationClient authentication,
      AccountStore accounts,
      Clock clock) {
    this.antiSpam = antiSpam;
    this.authentication = authentication;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * @param source the client's IP address
   * @return the token
   * @throws InvalidInput when the code is not, or no longer, the one for this address
   */
  public String withCode(String email, int code, long antiSpamToken, String source) {
    antiSpam.check(antiSpamToken);
    var checked = authentication.checkLoginCode(email, code, source);
    if (!checked.accepted()) {
      throw new InvalidInput("code", "Code has expired");
    }
    Account account = accounts.getOrCreate(newcomer(checked.email()));
    return authentication.issue(account.id().toString(), checked.email(), GROUPS).token();
  }

  private Account newcomer(String address) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Account(
        new AccountId(Uuids.next()),
        AccountType.EMAIL,
        address,
        address,
        null,
        null,
        null,
        null,
        now);
  }
}
