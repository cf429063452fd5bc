package chat.letstalk.bench.load;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** As many operations as possible with so many under way: the next starts where one has ended. */
public final class ClosedLoop {

  /** Long enough that a pause of the collector is not taken for the end of growth. */
  private static final Duration STEP = Duration.ofSeconds(10);

  private final Operation operation;
  private final int concurrency;
  private final LongAdder completed = new LongAdder();
  private final LongSupplier counted;
  private final Failures failures = new Failures();
  private final Phaser running = new Phaser(1);
  private volatile boolean stopping;

  /** A load that runs once, of which the operations that ended well are counted. */
  public ClosedLoop(Operation operation, int concurrency) {
    this.operation = operation;
    this.concurrency = concurrency;
    this.counted = completed::sum;
  }

  /**
   * A load that runs once, of which something else is counted.
   *
   * @param counted how many there have been by now; may be read from any thread
   */
  public ClosedLoop(Operation operation, int concurrency, LongSupplier counted) {
    this.operation = operation;
    this.concurrency = concurrency;
    this.counted = counted;
  }

  /** Runs it and waits for its end. */
  public Throughput run(Timing timing) {
    return run(timing, () -> {}, () -> {});
  }

  /**
   * Runs it and waits for its end.
   *
   * @param begins called when the measured time begins
   * @param ends called when it ends
   */
  public Throughput run(Timing timing, Runnable begins, Runnable ends) {
    running.bulkRegister(concurrency);
    for (int i = 0; i < concurrency; i++) {
      next();
    }
    warmUp(timing);
    begins.run();
    long from = System.nanoTime();
    long before = counted.getAsLong();
    Pause.of(timing.measured());
    long count = counted.getAsLong() - before;
    double seconds = (System.nanoTime() - from) / 1e9;
    ends.run();
    stopping = true;
    int unfinished = awaitRest();
    failures.endIfTooMany();
    return new Throughput(count / seconds, count, failures.count(), unfinished);
  }

  private void warmUp(Timing timing) {
    Pause.of(timing.warmUp());
    long end = System.nanoTime() + timing.untilSteady().toNanos();
    Steadiness steadiness = new Steadiness();
    boolean steady = false;
    while (!steady && System.nanoTime() < end && !failures.tooMany()) {
      long before = counted.getAsLong();
      Pause.of(STEP);
      steady = steadiness.isReachedWith(counted.getAsLong() - before);
    }
  }

  private void next() {
    var unused =
        operation
            .start()
            .whenComplete(
                (result, failure) -> {
                  if (failure == null) {
                    completed.increment();
                  } else {
                    failures.add(failure);
                  }
                  if (stopping || failures.tooMany()) {
                    running.arriveAndDeregister();
                  } else {
                    next();
                  }
                });
  }

  private int awaitRest() {
    int phase = running.arrive();
    try {
      running.awaitAdvanceInterruptibly(phase, Timing.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return 0;
    } catch (TimeoutException e) {
      return running.getUnarrivedParties();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return running.getUnarrivedParties();
    }
  }
}
