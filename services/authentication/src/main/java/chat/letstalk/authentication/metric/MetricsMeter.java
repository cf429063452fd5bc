package chat.letstalk.authentication.metric;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Counts in MicroProfile Metrics: {@code letstalk_authentication_<event>_total}. */
@Dependent
class MetricsMeter implements Meter {

  private final Map<Event, Counter> counters = new EnumMap<>(Event.class);

  /**
   * Makes all counters here, and belongs to whoever counts, so that it is made when they are: on
   * the threads of gRPC the container cannot tell whose counters they are.
   */
  @Inject
  MetricsMeter(MetricRegistry metrics) {
    for (Event event : Event.values()) {
      String name = event.name().toLowerCase(Locale.ROOT);
      Metadata metadata =
          Metadata.builder()
              .withName("letstalk_authentication_" + name)
              .withDescription(event.description())
              .build();
      counters.put(event, metrics.counter(metadata));
    }
  }

  @Override
  public void count(Event event) {
    counters.get(event).inc();
  }
}
