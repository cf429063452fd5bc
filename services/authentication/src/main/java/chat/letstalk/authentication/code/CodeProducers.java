package chat.letstalk.authentication.code;

import chat.letstalk.authentication.metric.Meter;
import chat.letstalk.cache.Caches;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The use cases around login codes, as configured. */
@Dependent
class CodeProducers {

  @Produces
  @Singleton
  CodeSettings settings(
      @ConfigProperty(name = "letstalk.login-code.lifetime") Duration lifetime,
      @ConfigProperty(name = "letstalk.login-code.tries") int tries) {
    return new CodeSettings(lifetime, tries);
  }

  @Produces
  @Singleton
  LoginCodeStore store(CodeSettings settings, Caches caches) {
    return caches
        .redis()
        .<LoginCodeStore>map(redis -> new RedisLoginCodeStore(redis, Clock.systemUTC()))
        .orElseGet(() -> new MemoryLoginCodeStore(Clock.systemUTC(), settings.lifetime()));
  }

  @Produces
  @Singleton
  CodeLimits limits(
      @ConfigProperty(name = "letstalk.authentication.limits.address.per-10-minutes")
          long codesPer10Minutes,
      @ConfigProperty(name = "letstalk.authentication.limits.address.per-day") long codesPerDay,
      @ConfigProperty(name = "letstalk.authentication.limits.address.wrong-tries-per-day")
          long wrongTriesPerDay,
      @ConfigProperty(name = "letstalk.authentication.limits.source.codes-per-10-minutes")
          long sourceCodes,
      @ConfigProperty(name = "letstalk.authentication.limits.source.wrong-tries-per-10-minutes")
          long sourceWrongTries,
      Meter meter) {
    var settings =
        new CodeLimits.Settings(
            codesPer10Minutes, codesPerDay, wrongTriesPerDay, sourceCodes, sourceWrongTries);
    return new CodeLimits(settings, Clock.systemUTC(), meter);
  }

  @Produces
  @Singleton
  CreateLoginCode createLoginCode(
      LoginCodeStore codes, CodeLimits limits, CodeSettings settings, Meter meter) {
    return new CreateLoginCode(codes, limits, settings, Clock.systemUTC(), meter);
  }

  @Produces
  @Singleton
  CheckLoginCode checkLoginCode(LoginCodeStore codes, CodeLimits limits, Meter meter) {
    return new CheckLoginCode(codes, limits, meter);
  }
}
