package chat.letstalk.authentication.caller;

import chat.letstalk.contracts.authentication.v1.TokensGrpc;
import java.util.Set;

/**
 * A service that calls.
 *
 * @param name as configured
 */
public record Caller(String name) {

  /** The only service that has checked who a person is. */
  private static final String SIGNS_PEOPLE_IN = "chat-api";

  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          TokensGrpc.getValidateMethod().getFullMethodName(),
          TokensGrpc.getListRevokedMethod().getFullMethodName());

  /**
   * Whether it may make a call.
   *
   * @param method a gRPC method's full name
   */
  boolean mayCall(String method) {
    return name.equals(SIGNS_PEOPLE_IN) || OPEN_TO_ALL.contains(method);
  }
}
