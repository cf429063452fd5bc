package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Says at start in one line what was chosen by configuration, and which channels are read. */
@ApplicationScoped
class ChannelsAtStart {

  private static final Logger LOG = Logger.getLogger(ChannelsAtStart.class.getName());

  private final EventBroker broker;
  private final Config config;

  @Inject
  ChannelsAtStart(EventBroker broker, Config config) {
    this.broker = broker;
    this.config = config;
  }

  /** For the container's proxies. */
  ChannelsAtStart() {
    this(null, null);
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object start) {
    LOG.log(
        Level.INFO,
        () ->
            "Chosen: %s; channels that are read, by %s: %s"
                .formatted(
                    DeclaredSettings.ofThisApplication().choices().stream()
                        .map(choice -> choice + "=" + valueOf(choice))
                        .collect(Collectors.joining(", ")),
                    broker.connector(),
                    config
                        .getOptionalValue(ChannelsConfigSource.INCOMING, String.class)
                        .orElse("none")));
  }

  /** The broker is the one that the channels really have, whatever came over the setting. */
  private String valueOf(String choice) {
    return choice.equals(ChannelsConfigSource.BROKER)
        ? broker.name()
        : config.getOptionalValue(choice, String.class).orElse("");
  }
}
