package chat.letstalk.notification.assembly;

import chat.letstalk.notification.connection.Hub;
import chat.letstalk.notification.identity.TokenCheck;
import chat.letstalk.notification.push.CatchUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once clients can be told whatever they missed, and their tokens can be checked. */
@Readiness
@ApplicationScoped
public class HubReadiness implements HealthCheck {

  private final Hub hub;
  private final CatchUp catchUp;
  private final TokenCheck tokens;

  @Inject
  HubReadiness(Hub hub, CatchUp catchUp, TokenCheck tokens) {
    this.hub = hub;
    this.catchUp = catchUp;
    this.tokens = tokens;
  }

  /** For the container's proxies. */
  HubReadiness() {
    this(null, null, null);
  }

  @Override
  public HealthCheckResponse call() {
    boolean alive = hub.alive();
    boolean caughtUp = catchUp.isDone();
    boolean knows = tokens.isReady();
    return HealthCheckResponse.named("notification")
        .withData("hub", alive)
        .withData("caughtUp", caughtUp)
        .withData("tokens", knows)
        .status(alive && caughtUp && knows)
        .build();
  }
}
