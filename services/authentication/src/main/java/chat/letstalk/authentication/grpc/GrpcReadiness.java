package chat.letstalk.authentication.grpc;

import chat.letstalk.authentication.key.KeyRing;
import chat.letstalk.grpc.server.GrpcServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once calls are answered and there is a key to sign with. */
@Readiness
@ApplicationScoped
public class GrpcReadiness implements HealthCheck {

  private final GrpcServer server;
  private final KeyRing keys;

  @Inject
  GrpcReadiness(GrpcServer server, KeyRing keys) {
    this.server = server;
    this.keys = keys;
  }

  /** For the container's proxies. */
  GrpcReadiness() {
    this(null, null);
  }

  @Override
  public HealthCheckResponse call() {
    boolean serves = server.isServing();
    boolean signs = keys.canSign();
    return HealthCheckResponse.named("tokens-and-login-codes")
        .withData("grpc", serves)
        .withData("signingKey", signs)
        .status(serves && signs)
        .build();
  }
}
