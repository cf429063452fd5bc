package chat.letstalk.chatapi.outbox;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether this replica is the one that publishes. For one thread. */
final class Leadership {

  static final String LEASE = "outbox-relay";

  /** How long a killed leader's events wait for another one. */
  static final Duration LENGTH = Duration.ofSeconds(5);

  static final Duration RENEWAL = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(Leadership.class.getName());

  private final LeaseStore leases;
  private final String holder;
  private long askedAtNanos;
  private boolean held;

  /**
   * @param holder this replica's name, unique per process
   */
  Leadership(LeaseStore leases, String holder) {
    this.leases = leases;
    this.holder = holder;
  }

  /** Renews the lease when it is time; else the answer is the last one. */
  boolean isHeld() {
    if (!held || isDue()) {
      // Measured from before the question: the lease began later, so it is never believed too long.
      askedAtNanos = System.nanoTime();
      held = false;
      held = leases.acquire(LEASE, holder, LENGTH);
    }
    return held;
  }

  /** Whether the next {@link #isHeld} asks the store. */
  boolean isDue() {
    return System.nanoTime() - askedAtNanos > RENEWAL.toNanos();
  }

  /** Lets another replica begin at once. */
  void giveBack() {
    held = false;
    try {
      leases.release(LEASE, holder);
    } catch (RuntimeException e) {
      LOG.log(Level.INFO, e, () -> "The lease was not given back; it runs out by itself");
    }
  }
}
