package chat.letstalk.filestorage.removal;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.imagestore.ImageStore;
import java.time.Clock;
import java.time.Duration;
import java.util.logging.Logger;

/** Removes pictures that were uploaded and never sent. Replicas may sweep at the same moment. */
public class SweepOrphans {

  private static final Logger LOG = Logger.getLogger(SweepOrphans.class.getName());

  private final ImageStore store;
  private final Duration age;
  private final Clock clock;
  private final FileMeter meter;

  /**
   * @param age how long a picture may wait to be sent
   */
  public SweepOrphans(ImageStore store, Duration age, Clock clock, FileMeter meter) {
    this.store = store;
    this.age = age;
    this.clock = clock;
    this.meter = meter;
  }

  /** Sweeps once. */
  public void sweep() {
    int count = store.removeOrphans(clock.instant().minus(age));
    meter.swept(count);
    if (count > 0) {
      LOG.info(() -> "Swept %d pictures that were uploaded and never sent".formatted(count));
    }
  }
}
