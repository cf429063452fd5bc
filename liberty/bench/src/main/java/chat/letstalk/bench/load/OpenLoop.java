package chat.letstalk.bench.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Operations at a fixed rate, whatever becomes of them, as people send who know nothing of each
 * other. Each is timed from the moment at which it was due, not from the one at which a busy client
 * or server let it begin; so a stall counts for everything that it held up (no coordinated
 * omission).
 */
public final class OpenLoop {

  private final Operation operation;
  private final double perSecond;
  private final Failures failures = new Failures();
  private final Semaphore ended = new Semaphore(0);
  private final Latencies latencies = new Latencies();

  /** A load that runs once. */
  public OpenLoop(Operation operation, double perSecond) {
    this.operation = operation;
    this.perSecond = perSecond;
  }

  /** Runs it and waits for its end. */
  public LatencyReport run(Timing timing) {
    long begin = System.nanoTime();
    long measuredFrom = begin + timing.warmUp().toNanos();
    long end = measuredFrom + timing.measured().toNanos();
    int started = 0;
    long due = begin;
    while (due < end && !failures.tooMany()) {
      awaitTime(due);
      start(due, due >= measuredFrom);
      started++;
      due = begin + Math.round(started * 1e9 / perSecond);
    }
    int unfinished = awaitRest(started);
    failures.endIfTooMany();
    return latencies.report(failures.count(), unfinished);
  }

  private static void awaitTime(long due) {
    long left;
    while ((left = due - System.nanoTime()) > 0) {
      LockSupport.parkNanos(left);
    }
  }

  private void start(long due, boolean counts) {
    var unused =
        operation
            .start()
            .whenComplete(
                (result, failure) -> {
                  if (failure != null) {
                    failures.add(failure);
                  } else if (counts) {
                    latencies.add(System.nanoTime() - due);
                  }
                  ended.release();
                });
  }

  private int awaitRest(int started) {
    try {
      boolean all = ended.tryAcquire(started, Timing.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return all ? 0 : started - ended.availablePermits();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return started - ended.availablePermits();
    }
  }
}
