package chat.letstalk.notification.assembly;

import chat.letstalk.notification.connection.HubLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** The limits of the hub as configured. */
@Dependent
public class HubLimitsProducer {

  private static final String PREFIX = "letstalk.hub.";

  private final Config config;

  @Inject
  HubLimitsProducer(Config config) {
    this.config = config;
  }

  @Produces
  @Singleton
  HubLimits limits() {
    return new HubLimits(
        number("max-frame-bytes"),
        number("max-record-length"),
        number("max-depth"),
        number("max-arguments"),
        number("calls-per-second"),
        number("calls-burst"),
        number("max-connections"),
        number("max-connections-per-account"),
        number("max-queued-records"),
        number("max-queued-length"),
        duration("handshake-within"),
        duration("authorize-within"),
        duration("silent-for"),
        duration("ping-after"),
        duration("send-within"),
        duration("farewell-within"),
        duration("sweep-every"));
  }

  private int number(String name) {
    return config.getValue(PREFIX + name, Integer.class);
  }

  private Duration duration(String name) {
    return config.getValue(PREFIX + name, Duration.class);
  }
}
