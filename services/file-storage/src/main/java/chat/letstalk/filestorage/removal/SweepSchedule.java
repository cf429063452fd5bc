package chat.letstalk.filestorage.removal;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sweeps again and again, whatever comes of it; ends with the application. */
@ApplicationScoped
public class SweepSchedule {

  private static final Logger LOG = Logger.getLogger(SweepSchedule.class.getName());

  private final SweepOrphans sweepOrphans;
  private final Duration every;

  @Resource private ManagedScheduledExecutorService executor;

  @Inject
  SweepSchedule(
      SweepOrphans sweepOrphans,
      @ConfigProperty(name = "letstalk.files.orphans.sweep-every") Duration every) {
    if (every.toMillis() < 2) {
      throw new IllegalArgumentException(
          "letstalk.files.orphans.sweep-every must be positive, not " + every);
    }
    this.sweepOrphans = sweepOrphans;
    this.every = every;
  }

  /** For the container's proxies. */
  SweepSchedule() {
    this.sweepOrphans = null;
    this.every = null;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    next();
  }

  /** With jitter, so that replicas that started together do not sweep together for ever. */
  @SuppressWarnings("FutureReturnValueIgnored") // each sweep reports for itself
  private void next() {
    long longest = every.toMillis();
    long wait = ThreadLocalRandom.current().nextLong(longest / 2, longest);
    executor.schedule(this::sweep, wait, TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    try {
      sweepOrphans.sweep();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Orphans could not be swept; the next sweep comes");
    } finally {
      next();
    }
  }
}
