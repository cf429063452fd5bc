package chat.letstalk.chatapi.account;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.util.List;

/** Shows somebody whom he can chat with. */
@Shared
public class ListContacts {

  private final AccountStore accounts;

  @Inject
  public ListContacts(AccountStore accounts) {
    this.accounts = accounts;
  }

  /** Everybody else who has a name. */
  public List<Account> of(AccountId account) {
    return accounts.others(account);
  }
}
