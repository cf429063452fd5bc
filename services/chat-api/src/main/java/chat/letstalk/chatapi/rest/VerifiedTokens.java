package chat.letstalk.chatapi.rest;

import chat.letstalk.chatapi.id.AccountId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tokens that the server has verified within the last minute: the same text means the same again,
 * and looking at it anew costs a tenth of a send. A token's own end is kept to the second; that a
 * key was taken away is noticed after a minute at most. Whether a token is revoked is another
 * question, and asked each time. Bounded; thread-safe.
 */
@ApplicationScoped
public class VerifiedTokens {

  /** What is pushed out is verified again. */
  private static final long MOST = 20_000;

  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  /**
   * What a good token says.
   *
   * @param id the token's own (jti), by which it is revoked
   * @param expires from then on it is the server's to judge again
   */
  record Verified(AccountId account, String id, Instant expires) {}

  private final Clock clock;
  private final Cache<String, Verified> tokens;

  @Inject
  VerifiedTokens(Clock clock) {
    this.clock = clock;
    this.tokens =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(REMEMBERED)
            .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
            .build();
  }

  /** For the container's proxies. */
  VerifiedTokens() {
    this.clock = null;
    this.tokens = null;
  }

  /**
   * What a token says.
   *
   * @param verify asks the server; empty for a token that is not good, which is not remembered
   */
  Optional<Verified> of(String token, Function<String, Optional<Verified>> verify) {
    Verified known = tokens.getIfPresent(token);
    if (known != null && clock.instant().isBefore(known.expires())) {
      return Optional.of(known);
    }
    Optional<Verified> verified = verify.apply(token);
    verified.ifPresent(good -> tokens.put(token, good));
    return verified;
  }
}
