package chat.letstalk.authentication.grpc;

import chat.letstalk.authentication.caller.CallerCheck;
import chat.letstalk.authentication.caller.Callers;
import chat.letstalk.authentication.code.LoginCodesEndpoint;
import chat.letstalk.authentication.metric.Meter;
import chat.letstalk.authentication.token.TokensEndpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gRPC server, as configured. */
@Dependent
class GrpcProducers {

  @Produces
  @Singleton
  GrpcServer server(
      @ConfigProperty(name = "letstalk.authentication.grpc.host") String host,
      @ConfigProperty(name = "letstalk.authentication.grpc.port") int port,
      @ConfigProperty(name = "letstalk.authentication.grpc.stop-within") Duration stopWithin,
      @ConfigProperty(name = "letstalk.authentication.callers") List<String> callers,
      TokensEndpoint tokens,
      LoginCodesEndpoint loginCodes,
      Meter meter) {
    return new GrpcServer(
        new GrpcSettings(host, port, stopWithin),
        List.of(new CallerCheck(Callers.of(callers), meter), new ErrorStatus()),
        List.of(tokens, loginCodes));
  }
}
