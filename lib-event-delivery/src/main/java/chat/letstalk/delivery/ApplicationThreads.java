package chat.letstalk.delivery;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which handlers run and wait: always in the context of the application, whoever
 * hands the work over. Brokers call back on threads that belong to no application, and a
 * container's executor would pass on just that: beans, names and classes that are first asked for
 * there are not found. Thread-safe.
 */
final class ApplicationThreads implements Executor {

  private final ScheduledExecutorService threads;
  private final Executor context;

  /**
   * @param context runs what it is given at once, on the calling thread, in the application's
   *     context
   */
  ApplicationThreads(ScheduledExecutorService threads, Executor context) {
    this.threads = threads;
    this.context = context;
  }

  @Override
  public void execute(Runnable task) {
    threads.execute(() -> context.execute(task));
  }

  /** Runs a task after a while; its outcome is its own to tell. */
  @SuppressWarnings("FutureReturnValueIgnored")
  void later(Duration wait, Runnable task) {
    threads.schedule(() -> context.execute(task), wait.toNanos(), TimeUnit.NANOSECONDS);
  }
}
