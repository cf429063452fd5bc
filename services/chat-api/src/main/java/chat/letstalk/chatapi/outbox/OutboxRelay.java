package chat.letstalk.chatapi.outbox;

import chat.letstalk.delivery.Backoff;
import chat.letstalk.delivery.EventPublisher;
import chat.letstalk.delivery.OutgoingEvent;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Publishes what the outbox holds, strictly in its order. Of all replicas one does so at a time,
 * the one that has the lease; when it dies another takes over as soon as the lease runs out. An
 * event is removed only when the broker has stored it, so that it is published at least once,
 * whatever is killed when. One thread runs it; {@link #wake} and {@link #stop} are thread-safe.
 */
public final class OutboxRelay implements Runnable {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());

  /** The most events in flight: enough to fill the broker's batches, few enough to repeat. */
  private static final int BATCH = 500;

  /** How long an event of another replica, which cannot wake this one, may lie unnoticed. */
  private static final Duration POLL = Duration.ofMillis(20);

  /** The same while other replicas are quiet, or there are none: looking costs the database. */
  private static final Duration QUIET_POLL = Duration.ofMillis(250);

  private static final Duration QUIET_AFTER = Duration.ofSeconds(30);

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

  private final Outbox outbox;
  private final Leadership leadership;
  private final Function<OutgoingEvent, CompletionStage<Void>> publish;
  private final RelayMeter meter;
  private final Semaphore wakes = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean woken;
  private long foundUnwokenNanos = System.nanoTime();

  /**
   * @param publish completes when the broker has stored the event
   * @param holder this replica's name, unique per process
   */
  public OutboxRelay(
      Outbox outbox,
      LeaseStore leases,
      Function<OutgoingEvent, CompletionStage<Void>> publish,
      RelayMeter meter,
      String holder) {
    this.outbox = outbox;
    this.leadership = new Leadership(leases, holder);
    this.publish = publish;
    this.meter = meter;
  }

  OutboxRelay(
      Outbox outbox, LeaseStore leases, EventPublisher publisher, RelayMeter meter, String holder) {
    this(outbox, leases, publisher::publish, meter, holder);
  }

  /**
   * Tells the relay that something has been added: it leaves at once instead of at the next look.
   */
  public void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  /** Ends {@link #run} soon and gives the lease to another replica. */
  public void stop() {
    stopped.countDown();
    wakes.release();
  }

  @Override
  public void run() {
    try {
      int failures = 0;
      while (!isStopped()) {
        failures = turn() ? 0 : failures + 1;
        if (failures > 0) {
          stopped.await(BACKOFF.after(failures).toNanos(), TimeUnit.NANOSECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    leadership.giveBack();
    meter.leading(false);
  }

  /** Does what there is to do now and waits for more; false when it failed. */
  private boolean turn() throws InterruptedException {
    try {
      if (!leads()) {
        stopped.await(Leadership.RENEWAL.toNanos(), TimeUnit.NANOSECONDS);
      } else if (!publishOldest()) {
        woken = wakes.tryAcquire(poll().toNanos(), TimeUnit.NANOSECONDS);
        wakes.drainPermits();
      } else if (!woken) {
        foundUnwokenNanos = System.nanoTime();
      }
      return true;
    } catch (RuntimeException | ExecutionException e) {
      LOG.log(
          Level.WARNING, e, () -> "The outbox cannot be published just now; another try follows");
      meter.failed();
      return false;
    }
  }

  private Duration poll() {
    boolean quiet = System.nanoTime() - foundUnwokenNanos > QUIET_AFTER.toNanos();
    return quiet ? QUIET_POLL : POLL;
  }

  private boolean leads() {
    boolean fresh = leadership.isDue();
    boolean leading = leadership.isHeld();
    if (fresh) {
      meter.leading(leading);
      meter.waiting(outbox.waiting());
    }
    return leading;
  }

  /** Publishes one batch; false when nothing waits. */
  private boolean publishOldest() throws InterruptedException, ExecutionException {
    var entries = outbox.oldest(BATCH);
    if (entries.isEmpty()) {
      return false;
    }
    PublishedBatch batch = PublishedBatch.of(entries, publish, this::mayGoOn);
    batch.await(Leadership.RENEWAL, this::mayGoOn);
    batch.settle(outbox, meter);
    return true;
  }

  private boolean mayGoOn() {
    return !isStopped() && leads();
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }
}
