package chat.letstalk.authentication.grpc;

import chat.letstalk.authentication.code.LoginCodesEndpoint;
import chat.letstalk.authentication.metric.Meter;
import chat.letstalk.authentication.token.TokensEndpoint;
import chat.letstalk.grpc.server.Callers;
import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.grpc.server.GrpcSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gRPC server, as configured. */
@Dependent
class GrpcProducers {

  private static final String PREFIX = "letstalk.authentication.";

  /** A token of ours has about a kilobyte, an address 254 bytes. */
  private static final int LARGEST_REQUEST = 64 * 1024;

  /** Signing keeps a core busy; only storing a revocation waits for the disk. */
  private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  @Produces
  @Singleton
  GrpcSettings settings(
      @ConfigProperty(name = PREFIX + "grpc.host") String host,
      @ConfigProperty(name = PREFIX + "grpc.port") int port,
      @ConfigProperty(name = PREFIX + "grpc.stop-within") Duration stopWithin) {
    return new GrpcSettings("authentication", host, port, stopWithin, LARGEST_REQUEST, THREADS);
  }

  @Produces
  @Singleton
  GrpcServer server(
      GrpcSettings settings,
      @ConfigProperty(name = PREFIX + "callers") List<String> callers,
      TokensEndpoint tokens,
      LoginCodesEndpoint loginCodes,
      Meter meter) {
    return new GrpcServer(
        settings,
        AuthenticationServices.of(
            tokens, loginCodes, Callers.of(PREFIX + "callers", callers), meter));
  }
}
