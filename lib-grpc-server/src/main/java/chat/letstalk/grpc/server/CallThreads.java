package chat.letstalk.grpc.server;

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

  private static final int LONGEST_QUEUE = 1024;

  CallThreads(int threads) {
    super(
        threads,
        threads,
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
