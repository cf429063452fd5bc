package chat.letstalk.imageprocessing.assembly;

import chat.letstalk.imageprocessing.picture.PictureMeter;
import chat.letstalk.images.preview.PreviewResult.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts in MicroProfile Metrics what becomes of pictures. */
@ApplicationScoped
public class ImageProcessingMetrics implements PictureMeter {

  private static final Metadata PICTURES =
      described("letstalk_image_processing_pictures", "Pictures worked on, by outcome");
  private static final Metadata PREVIEW =
      described("letstalk_image_processing_preview", "Reading, scaling and storing took");

  private final MetricRegistry metrics;
  private final Timer preview;

  @Inject
  ImageProcessingMetrics(MetricRegistry metrics) {
    this.metrics = metrics;
    preview = metrics.timer(PREVIEW);
  }

  /** For the container's proxies. */
  ImageProcessingMetrics() {
    metrics = null;
    preview = null;
  }

  @Override
  public void worked(Outcome outcome, Duration took) {
    metrics.counter(PICTURES, new Tag("outcome", outcome.toString())).inc();
    preview.update(took);
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
