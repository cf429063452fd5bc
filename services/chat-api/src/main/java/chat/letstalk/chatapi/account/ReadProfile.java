package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.problem.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Shows somebody his own account. */
@Dependent
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
