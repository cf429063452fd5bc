package chat.letstalk.chatapi.outbox;

import chat.letstalk.delivery.Backoff;
import chat.letstalk.delivery.EventPublisher;
import chat.letstalk.delivery.OutgoingEvent;
import chat.letstalk.delivery.PermanentFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  static final String LEASE = "outbox-relay";

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class.getName());

  /** The most events in flight: enough to fill the broker's batches, few enough to repeat. */
  private static final int BATCH = 500;

  private static final Duration LEASE_LENGTH = Duration.ofSeconds(5);
  private static final Duration LEASE_RENEWAL = Duration.ofSeconds(1);

  /** How long an event of another replica, which cannot wake this one, may lie unnoticed. */
  private static final Duration POLL = Duration.ofMillis(20);

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

  private final Outbox outbox;
  private final LeaseStore leases;
  private final Function<OutgoingEvent, CompletionStage<Void>> publish;
  private final RelayMeter meter;
  private final String holder;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopped;
  private long leasedAtNanos;
  private boolean leading;

  /**
   * @param holder this replica's name, unique per process
   */
  public OutboxRelay(
      Outbox outbox,
      LeaseStore leases,
      Function<OutgoingEvent, CompletionStage<Void>> publish,
      RelayMeter meter,
      String holder) {
    this.outbox = outbox;
    this.leases = leases;
    this.publish = publish;
    this.meter = meter;
    this.holder = holder;
  }

  OutboxRelay(
      Outbox outbox, LeaseStore leases, EventPublisher publisher, RelayMeter meter, String holder) {
    this(outbox, leases, publisher::publish, meter, holder);
  }

  /** Tells the relay that something has been added. */
  public void wake() {
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  /** Ends {@link #run} soon and gives the lease to another replica. */
  public void stop() {
    stopped = true;
    wakes.release();
  }

  @Override
  public void run() {
    int failures = 0;
    while (!stopped) {
      try {
        if (leads()) {
          pause(publishBatch() ? Duration.ZERO : POLL);
        } else {
          pause(LEASE_RENEWAL);
        }
        failures = 0;
      } catch (RuntimeException | ExecutionException e) {
        failures++;
        Duration wait = BACKOFF.after(failures);
        LOG.log(
            failures == 1 ? Level.WARNING : Level.FINE,
            e,
            () -> "The outbox cannot be published just now; the next attempt follows");
        meter.failed();
        pause(wait);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
    release();
  }

  private boolean leads() {
    long now = System.nanoTime();
    if (!leading || now - leasedAtNanos > LEASE_RENEWAL.toNanos()) {
      leading = false;
      leading = leases.acquire(LEASE, holder, LEASE_LENGTH);
      leasedAtNanos = now;
      meter.leading(leading);
      meter.waiting(outbox.waiting());
    }
    return leading;
  }

  private record InFlight(Outbox.Entry entry, CompletableFuture<Void> published) {}

  /** Publishes one batch; true when there may be more. */
  private boolean publishBatch() throws InterruptedException, ExecutionException {
    List<Outbox.Entry> entries = outbox.oldest(BATCH);
    if (entries.isEmpty()) {
      return false;
    }
    List<InFlight> batch = new ArrayList<>(entries.size());
    for (Outbox.Entry entry : entries) {
      batch.add(new InFlight(entry, publish.apply(outgoing(entry.event())).toCompletableFuture()));
    }
    awaitAll(batch);
    settle(batch);
    return true;
  }

  private static OutgoingEvent outgoing(PendingEvent event) {
    return new OutgoingEvent(event.channel(), event.key(), event.body(), event.headers());
  }

  /** Waits as long as the lease can be kept. */
  private void awaitAll(List<InFlight> batch) throws InterruptedException {
    var all =
        CompletableFuture.allOf(
            batch.stream().map(InFlight::published).toArray(CompletableFuture[]::new));
    while (!all.isDone()) {
      try {
        all.get(LEASE_RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (!leads() || stopped) {
          return;
        }
      } catch (ExecutionException e) {
        return; // settle looks at each
      }
    }
  }

  private void settle(List<InFlight> batch) throws ExecutionException, InterruptedException {
    List<Long> published = new ArrayList<>(batch.size());
    InFlight failed = null;
    for (InFlight inFlight : batch) {
      if (inFlight.published().isDone() && !inFlight.published().isCompletedExceptionally()) {
        published.add(inFlight.entry().position());
      } else if (failed == null) {
        failed = inFlight;
      }
    }
    if (!published.isEmpty()) {
      outbox.remove(published);
      meter.published(published.size());
    }
    if (failed != null && failed.published().isDone()) {
      buryOrThrow(failed);
    }
  }

  private void buryOrThrow(InFlight failed) throws ExecutionException, InterruptedException {
    try {
      failed.published().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof PermanentFailure)) {
        throw e;
      }
      PendingEvent event = failed.entry().event();
      LOG.log(
          Level.SEVERE,
          e.getCause(),
          () ->
              "Event %s of %s can never be published; it is put aside in the store"
                  .formatted(event.eventId(), event.channel()));
      outbox.bury(failed.entry().position(), e.getCause().getMessage());
      meter.buried();
    }
  }

  private void pause(Duration most) {
    try {
      if (wakes.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    }
  }

  private void release() {
    try {
      leases.release(LEASE, holder);
    } catch (RuntimeException e) {
      LOG.log(Level.INFO, e, () -> "The lease was not given back; it runs out by itself");
    }
    meter.leading(false);
  }
}
