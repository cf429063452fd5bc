package chat.letstalk.notification.assembly;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.notification.connection.Audience;
import chat.letstalk.notification.connection.ConnectionRegistry;
import chat.letstalk.notification.connection.Hub;
import chat.letstalk.notification.connection.HubLimits;
import chat.letstalk.notification.connection.HubMeter;
import chat.letstalk.notification.identity.TokenCheck;
import chat.letstalk.notification.negotiate.AllowedOrigins;
import chat.letstalk.notification.negotiate.ConnectionTickets;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The hub, made of its configuration. */
@Dependent
public class HubProducers {

  @Produces
  @Singleton
  ConnectionRegistry registry(HubLimits limits) {
    return new ConnectionRegistry(limits.maxConnectionsPerAccount());
  }

  @Produces
  @Singleton
  Hub hub(
      HubLimits limits,
      ConnectionRegistry registry,
      TokenCheck tokens,
      Audience audience,
      HubMeter meter) {
    return new Hub(limits, registry, tokens, audience, meter);
  }

  /** The service's own key is what all replicas share; what is made of it does not reveal it. */
  @Produces
  @Singleton
  ConnectionTickets tickets(
      @ConfigProperty(name = "letstalk.authentication.key") String key,
      @ConfigProperty(name = "letstalk.hub.negotiated.valid") Duration validity,
      @ConfigProperty(name = "letstalk.hub.negotiated.max") int max) {
    return new ConnectionTickets(secret(key), validity, max, Clock.systemUTC());
  }

  private static byte[] secret(String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal("connection tokens of the hub".getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("letstalk.authentication.key cannot be used", e);
    }
  }

  @Produces
  @Singleton
  AllowedOrigins origins(
      @ConfigProperty(name = "letstalk.hub.allowed-origins") Optional<List<String>> origins) {
    return new AllowedOrigins(origins.orElse(List.of()));
  }
}
