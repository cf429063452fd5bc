package chat.letstalk.authentication.token;

import chat.letstalk.authentication.Repeating;
import chat.letstalk.authentication.key.KeyRing;
import chat.letstalk.authentication.metric.Meter;
import chat.letstalk.cache.Caches;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The use cases around tokens, as configured. */
@ApplicationScoped
class TokenProducers {

  private Repeating refreshing;

  @Produces
  @Singleton
  TokenSettings settings(
      @ConfigProperty(name = "letstalk.token.issuer") String issuer,
      @ConfigProperty(name = "letstalk.token.audience") String audience,
      @ConfigProperty(name = "letstalk.token.lifetime") Duration lifetime) {
    return new TokenSettings(issuer, audience, lifetime);
  }

  @Produces
  @Singleton
  Revocations revocations(
      @ConfigProperty(name = "letstalk.authentication.state.folder") String folder,
      @ConfigProperty(name = "letstalk.authentication.state.refresh") Duration refresh,
      Caches caches) {
    RevocationFile file = new RevocationFile(Path.of(folder), Clock.systemUTC());
    if (caches.redis().isEmpty()) {
      refreshing = new Repeating("letstalk-revocations", refresh, file::refresh);
      return file;
    }
    RedisRevocations shared = new RedisRevocations(file, caches.redis().get(), Clock.systemUTC());
    refreshing = new Repeating("letstalk-revocations", refresh, shared::refresh);
    return shared;
  }

  @Produces
  @Singleton
  IssueToken issueToken(KeyRing keys, TokenSettings settings, Meter meter) {
    return new IssueToken(keys, settings, Clock.systemUTC(), meter);
  }

  @Produces
  @Singleton
  ValidateToken validateToken(
      KeyRing keys, TokenSettings settings, Revocations revocations, Meter meter) {
    return new ValidateToken(keys, settings, revocations, Clock.systemUTC(), meter);
  }

  @Produces
  @Singleton
  RevokeToken revokeToken(ValidateToken validate, Revocations revocations, Meter meter) {
    return new RevokeToken(validate, revocations, meter);
  }

  @PreDestroy
  void stop() {
    if (refreshing != null) {
      refreshing.close();
    }
  }
}
