package chat.letstalk.awsmessaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once every channel is connected: a replica that has a queue of its own hears only what
 * comes after that. Says what is wrong. Always ready while another broker carries the channels.
 */
@Readiness
@ApplicationScoped
public class AwsReadiness implements HealthCheck {

  private final AwsHealth health;

  @Inject
  AwsReadiness(AwsHealth health) {
    this.health = health;
  }

  /** For the container's proxies. */
  AwsReadiness() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("aws-messaging").status(health.isUp());
    health.parts().forEach(answer::withData);
    return answer.build();
  }
}
