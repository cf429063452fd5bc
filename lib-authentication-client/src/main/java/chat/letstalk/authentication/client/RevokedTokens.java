package chat.letstalk.authentication.client;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The revoked tokens, as fresh as the last poll. Asking never waits. Before the first list has come
 * nobody can say what is revoked: {@link #isReady} is false and every token counts as revoked.
 * While authentication is away the last list stays. Thread-safe.
 */
@ApplicationScoped
public class RevokedTokens implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(RevokedTokens.class.getName());
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

  private record Snapshot(Set<String> tokenIds, Instant at) {}

  private final AuthenticationClient authentication;
  private final Duration poll;
  private final ScheduledExecutorService thread;
  private volatile Snapshot snapshot;
  private int failures; // of the polling thread alone

  /**
   * @param authentication whom to ask
   * @param poll how often
   */
  @Inject
  public RevokedTokens(
      AuthenticationClient authentication,
      @ConfigProperty(name = "letstalk.authentication.revocation-poll") Duration poll) {
    if (poll.isNegative() || poll.isZero()) {
      throw new IllegalArgumentException(
          "letstalk.authentication.revocation-poll must be positive, not " + poll);
    }
    this.authentication = authentication;
    this.poll = poll;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread created = new Thread(task, "letstalk-revoked-tokens");
              created.setDaemon(true);
              return created;
            });
  }

  /** For the container's proxies. */
  protected RevokedTokens() {
    this.authentication = null;
    this.poll = null;
    this.thread = null;
  }

  void startWith(@Observes @Initialized(ApplicationScoped.class) Object application) {
    start();
  }

  /** Starts polling; for those who have no container. Call once. */
  public void start() {
    next(Duration.ZERO);
  }

  /** Whether a list has ever come. */
  public boolean isReady() {
    return snapshot != null;
  }

  /**
   * Whether a token must be refused.
   *
   * @param tokenId its "jti"; null is refused
   * @return true too while {@link #isReady} is false
   */
  public boolean isRevoked(String tokenId) {
    Snapshot now = snapshot;
    return now == null || tokenId == null || now.tokenIds().contains(tokenId);
  }

  /** The ids of all revoked tokens; empty while {@link #isReady} is false. Unmodifiable. */
  public Set<String> current() {
    Snapshot now = snapshot;
    return now == null ? Set.of() : now.tokenIds();
  }

  /** When the present list came; {@link Instant#EPOCH} while {@link #isReady} is false. */
  public Instant lastRefreshed() {
    Snapshot now = snapshot;
    return now == null ? Instant.EPOCH : now.at();
  }

  private void refresh() {
    Duration wait;
    try {
      snapshot = new Snapshot(authentication.listRevoked(), Instant.now());
      if (failures > 0) {
        LOG.info("The revoked tokens are fresh again");
      }
      failures = 0;
      wait = jittered(poll);
    } catch (RuntimeException e) {
      if (thread.isShutdown()) {
        LOG.log(Level.FINE, "Closed while asking", e);
        return;
      }
      failures++;
      LOG.log(
          failures == 1 ? Level.WARNING : Level.FINE, e, () -> "The revoked tokens did not come");
      wait = jittered(retryAfter(failures));
    }
    next(wait);
  }

  private static Duration retryAfter(int failures) {
    Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
    return doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
  }

  /** So that replicas that started together do not ask together for ever. */
  private static Duration jittered(Duration wait) {
    long nanos = wait.toNanos();
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos * 4 / 5, nanos + 1));
  }

  private void next(Duration wait) {
    try {
      var unused = thread.schedule(this::refresh, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "Closed", e);
    }
  }

  /** Ends polling; the last list stays. */
  @Override
  @PreDestroy
  public void close() {
    thread.shutdownNow();
  }
}
