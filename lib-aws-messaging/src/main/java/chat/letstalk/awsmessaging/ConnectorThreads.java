package chat.letstalk.awsmessaging;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connector's threads: one for what must happen in time and never waits, a few for what waits
 * for AWS, and one for each channel that is read. Thread-safe.
 */
final class ConnectorThreads implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ConnectorThreads.class.getName());

  private static final int WORKERS = 3;

  private final ThreadFactory factory;
  private final ScheduledExecutorService timer;
  private final ScheduledExecutorService workers;

  ConnectorThreads(ThreadFactory factory) {
    this.factory = factory;
    AtomicInteger number = new AtomicInteger();
    this.timer = Executors.newScheduledThreadPool(1, task -> named("aws-timer", task));
    this.workers =
        Executors.newScheduledThreadPool(
            WORKERS, task -> named("aws-worker-" + number.incrementAndGet(), task));
  }

  private Thread named(String name, Runnable task) {
    Thread thread = factory.newThread(task);
    thread.setName(name);
    thread.setDaemon(true);
    return thread;
  }

  /** Starts a thread of its own. */
  Thread start(String name, Runnable task) {
    Thread thread = named(name, task);
    thread.start();
    return thread;
  }

  /** Does something soon that may wait for AWS. */
  void work(Runnable task) {
    workLater(Duration.ZERO, task);
  }

  /** Does something later that may wait for AWS. */
  void workLater(Duration delay, Runnable task) {
    schedule(workers, delay, task);
  }

  /** Does something later that never waits. */
  void later(Duration delay, Runnable task) {
    schedule(timer, delay, task);
  }

  /** Does something again and again that never waits. */
  void every(Duration period, Runnable task) {
    later(
        period,
        () -> {
          task.run();
          every(period, task);
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // failures are logged
  private static void schedule(ScheduledExecutorService on, Duration delay, Runnable task) {
    try {
      on.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, e, () -> "The connector has stopped");
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "AWS messaging: a task failed unexpectedly");
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    workers.shutdownNow();
  }
}
