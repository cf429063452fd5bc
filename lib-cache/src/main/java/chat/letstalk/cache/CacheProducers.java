package chat.letstalk.cache;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/** The caches, where the configuration wants them: the only place that looks at its choice. */
@Dependent
class CacheProducers {

  private static final Logger LOG = Logger.getLogger(CacheProducers.class.getName());

  @Produces
  @Singleton
  Caches caches(Config config, MetricsCacheMeter meter) {
    Caches caches = Caches.read(key -> config.getOptionalValue(key, String.class), meter);
    LOG.info(() -> "Caches are kept: " + caches.redis().map(Redis::toString).orElse("memory"));
    return caches;
  }

  void close(@Disposes Caches caches) {
    caches.close();
  }
}
