package chat.letstalk.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says at start in one line what was chosen by configuration, and which channels are read. */
@ApplicationScoped
class ChannelsAtStart {

  private static final Logger LOG = Logger.getLogger(ChannelsAtStart.class.getName());

  private final EventBroker broker;
  private final Optional<String> incoming;

  @Inject
  ChannelsAtStart(
      EventBroker broker,
      @ConfigProperty(name = ChannelsConfigSource.INCOMING) Optional<String> incoming) {
    this.broker = broker;
    this.incoming = incoming;
  }

  /** For the container's proxies. */
  ChannelsAtStart() {
    this(null, Optional.empty());
  }

  void started(@Observes @Initialized(ApplicationScoped.class) Object start) {
    LOG.log(
        Level.INFO,
        () ->
            "Chosen: %s; channels that are read, by %s: %s"
                .formatted(
                    DeclaredSettings.ofThisApplication().choices().entrySet().stream()
                        .map(Map.Entry::toString)
                        .collect(Collectors.joining(", ")),
                    broker.connector(),
                    incoming.orElse("none")));
  }
}
