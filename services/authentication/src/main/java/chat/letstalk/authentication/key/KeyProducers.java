package chat.letstalk.authentication.key;

import chat.letstalk.authentication.Repeating;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The keys, as configured. */
@ApplicationScoped
class KeyProducers {

  private Repeating refreshing;

  @Produces
  @Singleton
  KeyRing keyRing(
      @ConfigProperty(name = "letstalk.authentication.keys.folder") String folder,
      @ConfigProperty(name = "letstalk.authentication.keys.refresh") Duration refresh,
      @ConfigProperty(name = "letstalk.token.lifetime") Duration tokenLifetime) {
    KeyRing ring = new KeyRing(new KeyFolder(Path.of(folder)), tokenLifetime, Clock.systemUTC());
    refreshing = new Repeating("letstalk-keys", refresh, ring::refresh);
    return ring;
  }

  @PreDestroy
  void stop() {
    if (refreshing != null) {
      refreshing.close();
    }
  }
}
