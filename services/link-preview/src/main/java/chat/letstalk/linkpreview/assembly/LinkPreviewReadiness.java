package chat.letstalk.linkpreview.assembly;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once it is deployed: nobody calls this service, and while the internet or a function on AWS
 * is away the links wait in their channel. A replica that is taken out of service for that, or an
 * all-in-one server with it, would make one outage two.
 */
@Readiness
@ApplicationScoped
public class LinkPreviewReadiness implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.up("link-preview");
  }
}
