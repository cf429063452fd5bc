package chat.letstalk.notification.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.URL;
import java.time.Duration;

/** The public keys that the authentication service publishes. */
public final class PublishedKeys {

  private static final int FETCH_MILLIS = 2_000;
  private static final int LARGEST_KEY_SET = 64 * 1024;

  /** How long a key that has been taken back may still serve. */
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  /** From this age on a check fetches them anew, in the background. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  /** What a check waits for them at most. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Tokens of unknown keys make for at most two fetches in this time. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private PublishedKeys() {}

  /**
   * Keys that are fetched when a token names one that is not known, and now and then; the last ones
   * stay while they cannot be fetched. To be closed.
   */
  public static JWKSource<SecurityContext> at(URL location) {
    return JWKSourceBuilder.<SecurityContext>create(
            location, new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, LARGEST_KEY_SET))
        .cache(LIFETIME.toMillis(), PATIENCE.toMillis())
        .refreshAheadCache(LIFETIME.minus(FRESH).toMillis(), false)
        .rateLimited(PAUSE.toMillis())
        .outageTolerantForever()
        .build();
  }
}
