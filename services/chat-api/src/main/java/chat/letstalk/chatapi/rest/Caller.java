package chat.letstalk.chatapi.rest;

import chat.letstalk.chatapi.id.AccountId;
import jakarta.enterprise.context.RequestScoped;

/** Whose request it is: always from the verified token, never from the body. */
@RequestScoped
public class Caller {

  private AccountId accountId;
  private String token;

  void is(AccountId account, String bearer) {
    accountId = account;
    token = bearer;
  }

  /** Never null in a resource method that needs a token. */
  public AccountId accountId() {
    return accountId;
  }

  /** The token itself, without "Bearer ". */
  public String token() {
    return token;
  }
}
