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
    Runnable safely =
        () -> {
          try {
            action.run();
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> name + " failed and is tried again");
          }
        };
    var unused =
        thread.scheduleWithFixedDelay(
            safely, interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
