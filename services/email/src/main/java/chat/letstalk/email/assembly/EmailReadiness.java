package chat.letstalk.email.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once it is deployed, whether the mail server answers or not: nobody calls this service, and
 * while the server is away the mails wait in their channel. A replica that is taken out of service,
 * or an all-in-one server with it, would make one outage two. The outcome {@code failed} of the
 * metric letstalk_email_mails_total tells of such a server.
 */
@Readiness
@ApplicationScoped
public class EmailReadiness implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.up("email");
  }
}
