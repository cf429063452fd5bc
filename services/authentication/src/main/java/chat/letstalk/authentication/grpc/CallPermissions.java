package chat.letstalk.authentication.grpc;

import chat.letstalk.contracts.authentication.v1.TokensGrpc;
import java.util.Set;

/** Which calls a service may make. */
final class CallPermissions {

  /** The only service that has checked who a person is. */
  private static final String SIGNS_PEOPLE_IN = "chat-api";

  private static final Set<String> OPEN_TO_ALL =
      Set.of(
          TokensGrpc.getValidateMethod().getFullMethodName(),
          TokensGrpc.getListRevokedMethod().getFullMethodName());

  private CallPermissions() {}

  static boolean mayCall(String service, String method) {
    return service.equals(SIGNS_PEOPLE_IN) || OPEN_TO_ALL.contains(method);
  }
}
