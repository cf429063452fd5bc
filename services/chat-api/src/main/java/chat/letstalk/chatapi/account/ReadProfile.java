package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;

/** Shows somebody his own account. */
@Shared
public class ReadProfile {

  private final AccountStore accounts;

  @Inject
  public ReadProfile(AccountStore accounts) {
    this.accounts = accounts;
  }

  /**
   * @throws NotFound when the account is gone
   */
  public Account of(AccountId account) {
    return accounts.find(account).orElseThrow(() -> new NotFound("This account is gone"));
  }
}
