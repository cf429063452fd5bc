package chat.letstalk.linkpreview.assembly;

import chat.letstalk.page.Outcome;
import chat.letstalk.page.preview.PageMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts in MicroProfile Metrics what becomes of links. */
@ApplicationScoped
public class LinkPreviewMetrics implements PageMeter {

  private static final Metadata LINKS =
      described("letstalk_link_preview_links", "Links answered, by source and outcome");
  private static final Metadata LOOK =
      described("letstalk_link_preview_look", "Looking at a page took");
  private static final Tag CACHE = new Tag("source", "cache");
  private static final Tag PAGE = new Tag("source", "page");

  private final MetricRegistry metrics;
  private final Timer look;

  @Inject
  LinkPreviewMetrics(MetricRegistry metrics) {
    this.metrics = metrics;
    look = metrics.timer(LOOK);
  }

  /** For the container's proxies. */
  LinkPreviewMetrics() {
    metrics = null;
    look = null;
  }

  @Override
  public void cached(Outcome outcome) {
    count(CACHE, outcome);
  }

  @Override
  public void fetched(Outcome outcome, Duration took) {
    count(PAGE, outcome);
    look.update(took);
  }

  private void count(Tag source, Outcome outcome) {
    metrics.counter(LINKS, source, new Tag("outcome", outcome.toString())).inc();
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
