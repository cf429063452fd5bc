package chat.letstalk.notification.identity;

import chat.letstalk.delivery.Backoff;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The public keys of the authentication service, as fresh as the last poll. Asking never waits, and
 * a token that names an unknown key makes nobody fetch anything: a new key is published long before
 * it signs. While the keys cannot be fetched, the last ones stay. Thread-safe.
 */
public final class PublishedKeys implements JWKSource<SecurityContext>, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(PublishedKeys.class.getName());
  private static final int FETCH_MILLIS = 5_000;
  private static final int LARGEST_BYTES = 64 * 1024;
  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));

  private final URL location;
  private final Backoff poll;
  private final ScheduledExecutorService thread;
  private volatile JWKSet keys;
  private int failures; // of the polling thread alone

  /**
   * Starts polling.
   *
   * @param location of a JSON Web Key Set
   * @param poll how often it is fetched, at least
   */
  public PublishedKeys(URL location, Duration poll) {
    this.location = location;
    this.poll = new Backoff(poll, poll);
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread created = new Thread(task, "published-keys");
              created.setDaemon(true);
              return created;
            });
    thread.execute(this::fetch);
  }

  /** Whether they have ever come. */
  public boolean areKnown() {
    return keys != null;
  }

  @Override
  public List<JWK> get(JWKSelector wanted, SecurityContext context) throws KeySourceException {
    JWKSet known = keys;
    if (known == null) {
      throw new KeySourceException("The keys of " + location + " have not come yet");
    }
    return wanted.select(known);
  }

  private void fetch() {
    try {
      keys = JWKSet.load(location, FETCH_MILLIS, FETCH_MILLIS, LARGEST_BYTES);
      failures = 0;
      next(poll.after(1));
    } catch (IOException | ParseException | RuntimeException e) {
      failures++;
      LOG.log(
          failures == 1 ? Level.WARNING : Level.FINE,
          e,
          () -> "The keys that verify tokens did not come from " + location);
      next(BACKOFF.after(failures));
    }
  }

  private void next(Duration wait) {
    try {
      var unused = thread.schedule(this::fetch, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "Closed", e);
    }
  }

  /** Ends polling; the last keys stay. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
