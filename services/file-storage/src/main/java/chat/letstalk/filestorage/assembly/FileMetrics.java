package chat.letstalk.filestorage.assembly;

import chat.letstalk.filestorage.metric.FileMeter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** Counts in MicroProfile Metrics what happens to pictures: {@code letstalk_file_storage_*}. */
@Dependent
class FileMetrics implements FileMeter {

  private static final String PREFIX = "letstalk_file_storage_";

  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
  private final Timer uploads;
  private final Counter downloads;
  private final Counter bytesIn;
  private final Counter bytesOut;
  private final Counter removed;
  private final Counter swept;

  /**
   * Makes all counters here, and belongs to whoever counts, so that it is made when they are: on
   * the threads of gRPC the container cannot tell whose counters they are.
   */
  @Inject
  FileMetrics(MetricRegistry metrics) {
    Metadata refusals = described("refused", "Calls that were refused, by reason");
    for (Refusal why : Refusal.values()) {
      Tag reason = new Tag("reason", why.name().toLowerCase(Locale.ROOT));
      refused.put(why, metrics.counter(refusals, reason));
    }
    uploads = metrics.timer(described("uploads", "Pictures taken in, and how long each took"));
    downloads = metrics.counter(described("downloads", "Pictures given out, whole or in part"));
    Metadata bytes = described("bytes", "Bytes of pictures, by direction");
    bytesIn = metrics.counter(bytes, new Tag("direction", "in"));
    bytesOut = metrics.counter(bytes, new Tag("direction", "out"));
    removed = metrics.counter(described("removed", "Removals of pictures not needed any more"));
    swept = metrics.counter(described("swept", "Pictures swept that were never sent"));
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(PREFIX + name).withDescription(description).build();
  }

  @Override
  public void refused(Refusal why) {
    refused.get(why).inc();
  }

  @Override
  public void uploaded(long bytes, Duration took) {
    uploads.update(took);
    bytesIn.inc(bytes);
  }

  @Override
  public void downloaded(long bytes) {
    downloads.inc();
    bytesOut.inc(bytes);
  }

  @Override
  public void removed() {
    removed.inc();
  }

  @Override
  public void swept(int count) {
    swept.inc(count);
  }
}
