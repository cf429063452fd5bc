package chat.letstalk.authentication.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the first list of revoked tokens: until then no token can be trusted. */
@Readiness
@ApplicationScoped
public class AuthenticationReadiness implements HealthCheck {

  private final RevokedTokens revoked;

  /**
   * @param revoked whose first list is waited for
   */
  @Inject
  public AuthenticationReadiness(RevokedTokens revoked) {
    this.revoked = revoked;
  }

  /** For the container's proxies. */
  protected AuthenticationReadiness() {
    this.revoked = null;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("authentication")
        .status(revoked.isReady())
        .withData("revokedTokensAsOf", revoked.lastRefreshed().toString())
        .build();
  }
}
