package chat.letstalk.filestorage.assembly;

import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.ImageStoreUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once calls are answered and pictures can be stored. */
@Readiness
@ApplicationScoped
public class FilesReadiness implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(FilesReadiness.class.getName());

  private final ImageStore store;
  private final GrpcServer server;

  @Inject
  FilesReadiness(ImageStore store, GrpcServer server) {
    this.store = store;
    this.server = server;
  }

  /** For the container's proxies. */
  FilesReadiness() {
    this(null, null);
  }

  @Override
  public HealthCheckResponse call() {
    boolean serves = server.isServing();
    boolean stores = stores();
    return HealthCheckResponse.named("file-storage")
        .withData("grpc", serves)
        .withData("store", stores)
        .status(serves && stores)
        .build();
  }

  private boolean stores() {
    try {
      store.check();
      return true;
    } catch (ImageStoreUnavailable e) {
      LOG.log(Level.WARNING, e, () -> "Pictures cannot be stored");
      return false;
    }
  }
}
