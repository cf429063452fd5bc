package chat.letstalk.authentication.grpc;

import chat.letstalk.authentication.code.LoginCodesEndpoint;
import chat.letstalk.authentication.metric.Meter;
import chat.letstalk.authentication.token.TokensEndpoint;
import chat.letstalk.grpc.server.CallerCheck;
import chat.letstalk.grpc.server.Callers;
import chat.letstalk.grpc.server.ErrorStatus;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.util.List;

/** What authentication answers over gRPC, and to whom. */
final class AuthenticationServices {

  private AuthenticationServices() {}

  static List<ServerServiceDefinition> of(
      TokensEndpoint tokens, LoginCodesEndpoint loginCodes, Callers callers, Meter meter) {
    ServerInterceptor failures = new ErrorStatus(FailureStatus::of);
    ServerInterceptor callerCheck =
        new CallerCheck(
            callers, CallPermissions::mayCall, () -> meter.count(Meter.Event.CALLERS_REFUSED));
    // gRPC asks the last one first.
    return List.of(
        ServerInterceptors.intercept(tokens, failures, callerCheck),
        ServerInterceptors.intercept(loginCodes, failures, callerCheck));
  }
}
