package chat.letstalk.authentication.grpc;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that do the work of calls. When all are busy and the queue is full, the network's own
 * thread does the work, and so takes in no more calls meanwhile: who calls too much waits, and
 * nothing is dropped.
 */
final class CallThreads extends ThreadPoolExecutor implements AutoCloseable {

  /** Signing keeps a core busy; only storing a revocation waits for the disk. */
  private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  private static final int LONGEST_QUEUE = 1024;

  CallThreads() {
    super(
        THREADS,
        THREADS,
        1,
        TimeUnit.MINUTES,
        new ArrayBlockingQueue<>(LONGEST_QUEUE),
        named(),
        new CallerRunsPolicy());
    allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory named() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "letstalk-grpc-" + number.incrementAndGet());
      thread.setDaemon(true);
      // Whoever's thread happens to bring the first call: the work is this application's.
      thread.setContextClassLoader(CallThreads.class.getClassLoader());
      return thread;
    };
  }

  @Override
  public void close() {
    shutdown();
  }
}
