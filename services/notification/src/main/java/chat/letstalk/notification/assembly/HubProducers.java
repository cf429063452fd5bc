package chat.letstalk.notification.assembly;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  @Produces
  @Singleton
  ConnectionTickets tickets(
      @ConfigProperty(name = "letstalk.hub.negotiated.valid") Duration validity,
      @ConfigProperty(name = "letstalk.hub.negotiated.max") int max) {
    return new ConnectionTickets(validity, max);
  }

  @Produces
  @Singleton
  AllowedOrigins origins(
      @ConfigProperty(name = "letstalk.hub.allowed-origins") Optional<List<String>> origins) {
    return new AllowedOrigins(origins.orElse(List.of()));
  }
}
