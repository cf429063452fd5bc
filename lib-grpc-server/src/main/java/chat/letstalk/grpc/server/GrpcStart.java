package chat.letstalk.grpc.server;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Starts the gRPC server with the application and stops it with it. */
@ApplicationScoped
public class GrpcStart {

  private final GrpcServer server;

  @Inject
  GrpcStart(GrpcServer server) {
    this.server = server;
  }

  /** For the container's proxies. */
  GrpcStart() {
    this.server = null;
  }

  void startWith(@Observes @Initialized(ApplicationScoped.class) Object application) {
    server.start();
  }

  @PreDestroy
  void stop() {
    server.close();
  }
}
