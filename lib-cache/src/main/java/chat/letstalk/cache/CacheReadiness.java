package chat.letstalk.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether Redis is there, and why not. Ready all the same: the service goes on without it, and
 * a replica that is taken out of service for that would make one outage two.
 */
@Readiness
@ApplicationScoped
public class CacheReadiness implements HealthCheck {

  private final Caches caches;

  @Inject
  CacheReadiness(Caches caches) {
    this.caches = caches;
  }

  /** For the container's proxies. */
  CacheReadiness() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("cache").up();
    dataOf(caches).forEach(answer::withData);
    return answer.build();
  }

  static Map<String, String> dataOf(Caches caches) {
    if (caches.redis().isEmpty()) {
      return Map.of("kept", "memory");
    }
    return caches
        .redis()
        .get()
        .problem()
        .map(reason -> Map.of("redis", "away", "reason", reason))
        .orElse(Map.of("redis", "up"));
  }
}
