package chat.letstalk.grpc.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless the gRPC server has ended while the application goes on: a restart helps then. */
@Liveness
@ApplicationScoped
public class GrpcLiveness implements HealthCheck {

  private final GrpcServer server;

  @Inject
  GrpcLiveness(GrpcServer server) {
    this.server = server;
  }

  /** For the container's proxies. */
  GrpcLiveness() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named(server.service() + "-grpc").status(!server.hasEnded()).build();
  }
}
