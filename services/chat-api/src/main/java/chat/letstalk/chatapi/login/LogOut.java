package chat.letstalk.chatapi.login;

import chat.letstalk.authentication.client.AuthenticationClient;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;

/** Signs somebody out: the token stops working everywhere within seconds. */
@Shared
public class LogOut {

  private final AuthenticationClient authentication;

  @Inject
  public LogOut(AuthenticationClient authentication) {
    this.authentication = authentication;
  }

  /**
   * @param token verified, without "Bearer "
   */
  public void withToken(String token) {
    authentication.revoke(token);
  }
}
