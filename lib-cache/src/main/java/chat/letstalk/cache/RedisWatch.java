package chat.letstalk.cache;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntPredicate;

/** Looks whether Redis is there: now and then, and with backoff and jitter while it is away. */
final class RedisWatch implements AutoCloseable {

  private static final Duration FINE = Duration.ofSeconds(2);
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final IntPredicate look;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean soon = new AtomicBoolean();
  private int failures; // in a row; of the thread alone

  /**
   * Starts at once.
   *
   * @param look given the number of failures in a row before; whether it went well
   */
  RedisWatch(IntPredicate look) {
    this.look = look;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread created = new Thread(task, "letstalk-redis");
              created.setDaemon(true);
              return created;
            });
    after(Duration.ZERO, this::regularly);
  }

  /** Somebody has found it away. */
  void lookSoon() {
    if (soon.compareAndSet(false, true)) {
      after(jittered(FIRST), this::once);
    }
  }

  private void regularly() {
    once();
    after(failures == 0 ? FINE : backoff(), this::regularly);
  }

  private void once() {
    soon.set(false);
    failures = look.test(failures) ? 0 : failures + 1;
  }

  private Duration backoff() {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return jittered(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
  }

  private static Duration jittered(Duration longest) {
    long nanos = longest.toNanos();
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 2, nanos + 1));
  }

  private void after(Duration wait, Runnable task) {
    try {
      var unused = thread.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // closed meanwhile: nobody looks any more
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
