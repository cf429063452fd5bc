package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every channel is connected: a replica that reads a channel by itself hears only what
 * comes after that. Says what is wrong.
 */
@Readiness
@ApplicationScoped
public class ChannelReadiness implements HealthCheck {

  private final ChannelHealth health;

  @Inject
  ChannelReadiness(ChannelHealth health) {
    this.health = health;
  }

  /** For the container's proxies. */
  ChannelReadiness() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("channels").status(health.isUp());
    health.ends().forEach(answer::withData);
    return answer.build();
  }
}
