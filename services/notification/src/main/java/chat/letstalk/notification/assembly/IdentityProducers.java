package chat.letstalk.notification.assembly;

import chat.letstalk.authentication.client.RevokedTokens;
import chat.letstalk.notification.identity.SignedTokens;
import chat.letstalk.notification.identity.TokenCheck;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The check of tokens, made of its configuration. */
@Dependent
public class IdentityProducers {

  private static final int FETCH_MILLIS = 2_000;
  private static final int LARGEST_KEY_SET = 64 * 1024;

  /** How long a key that has been taken back may still serve. */
  private static final Duration KEYS_LIVE = Duration.ofMinutes(5);

  /** What checks wait for keys at most, and how long before their end new ones are fetched. */
  private static final Duration FETCH_WAIT = Duration.ofSeconds(5);

  private static final Duration FETCH_AHEAD = Duration.ofMinutes(4);

  /** Tokens of unknown keys make for at most two fetches in this time. */
  private static final Duration FETCH_PAUSE = Duration.ofSeconds(10);

  /** The authentication service's public keys; the last ones stay while it is away. */
  @Produces
  @Singleton
  JWKSource<SecurityContext> keys(
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") URL location) {
    return JWKSourceBuilder.<SecurityContext>create(
            location, new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, LARGEST_KEY_SET))
        .cache(KEYS_LIVE.toMillis(), FETCH_WAIT.toMillis())
        .refreshAheadCache(FETCH_AHEAD.toMillis(), false)
        .rateLimited(FETCH_PAUSE.toMillis())
        .outageTolerantForever()
        .build();
  }

  void close(@Disposes JWKSource<SecurityContext> keys) {
    if (keys instanceof Closeable open) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The keys' background fetch cannot be ended", e);
      }
    }
  }

  @Produces
  @Singleton
  TokenCheck tokens(
      JWKSource<SecurityContext> keys,
      @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
      @ConfigProperty(name = "mp.jwt.verify.audiences") Set<String> audiences,
      RevokedTokens revoked) {
    return new SignedTokens(keys, issuer, audiences, revoked::isRevoked, revoked::isReady);
  }
}
