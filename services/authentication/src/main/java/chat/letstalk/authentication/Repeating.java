package chat.letstalk.authentication;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Something that is done again and again, on a thread of its own, whatever comes of it. */
public final class Repeating implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Repeating.class.getName());

  private final ScheduledExecutorService thread;
  private int failures; // in a row; of the thread alone

  /**
   * Starts at once, with the first run after one interval.
   *
   * @param name of the thread
   * @param interval from the end of a run to the start of the next
   * @param action may throw; the next run comes all the same
   */
  public Repeating(String name, Duration interval, Runnable action) {
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread created = new Thread(task, name);
              created.setDaemon(true);
              return created;
            });
    var unused =
        thread.scheduleWithFixedDelay(
            () -> run(name, action), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void run(String name, Runnable action) {
    try {
      action.run();
      if (failures > 0) {
        LOG.info(() -> name + " works again");
      }
      failures = 0;
    } catch (RuntimeException e) {
      if (thread.isShutdown()) {
        LOG.log(Level.FINE, e, () -> name + " was interrupted by its end");
        return;
      }
      failures++;
      LOG.log(
          failures == 1 ? Level.WARNING : Level.FINE,
          e,
          () -> name + " failed and is tried again and again");
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
