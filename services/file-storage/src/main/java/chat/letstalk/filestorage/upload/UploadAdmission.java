package chat.letstalk.filestorage.upload;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.filestorage.problem.TooManyRequests;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets uploads in before their bytes are read: of one account only so many in ten minutes and four
 * at a time, of all accounts only as many at a time as there is memory for. Thread-safe.
 */
public final class UploadAdmission {

  private static final Duration PERIOD = Duration.ofMinutes(10);
  private static final Duration SHORT_WAIT = Duration.ofSeconds(2);
  private static final int MOST_BUCKETS = 100_000;
  private static final int OF_ONE_ACCOUNT = 4;

  private final Semaphore places;
  private final Map<UUID, Integer> uploading = new ConcurrentHashMap<>();
  private final LoadingCache<UUID, Bucket> buckets;
  private final Duration arrivesWithin;
  private final FileMeter meter;

  /** An upload that is under way; closing it again does nothing. */
  @FunctionalInterface
  public interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param atATime uploads of all accounts
   * @param perTenMinutes uploads of one account; all of them at once after as long a rest
   * @param arrivesWithin how long an upload may take to arrive
   */
  public UploadAdmission(int atATime, int perTenMinutes, Duration arrivesWithin, FileMeter meter) {
    this.places = new Semaphore(atATime);
    this.arrivesWithin = arrivesWithin;
    this.meter = meter;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(PERIOD) // by then a bucket is full again
            .build(account -> bucket(perTenMinutes));
  }

  private static Bucket bucket(int times) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(times).refillGreedy(times, PERIOD))
        .build();
  }

  /** How long an upload may take to arrive, so that a place is not held for ever. */
  public Duration arrivesWithin() {
    return arrivesWithin;
  }

  /**
   * Lets an upload in, and does not wait for it.
   *
   * @param account who uploads
   * @return to be closed when the upload has ended, however it did
   * @throws TooManyRequests when there is no place
   */
  public Place enter(UUID account) {
    takePlace(account);
    var taken = buckets.get(account).tryConsumeAndReturnRemaining(1);
    if (!taken.isConsumed()) {
      leave(account);
      meter.refused(Refusal.RATE);
      throw new TooManyRequests(
          "Too many pictures in a short time: wait a little.",
          Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }
    AtomicBoolean open = new AtomicBoolean(true);
    return () -> {
      if (open.getAndSet(false)) {
        leave(account);
      }
    };
  }

  private void takePlace(UUID account) {
    boolean own = uploading.merge(account, 1, Integer::sum) <= OF_ONE_ACCOUNT;
    if (!own || !places.tryAcquire()) {
      forget(account);
      meter.refused(Refusal.BUSY);
      throw new TooManyRequests("Too many pictures come at once: try again.", SHORT_WAIT);
    }
  }

  private void leave(UUID account) {
    places.release();
    forget(account);
  }

  private void forget(UUID account) {
    uploading.computeIfPresent(account, (same, count) -> count == 1 ? null : count - 1);
  }
}
