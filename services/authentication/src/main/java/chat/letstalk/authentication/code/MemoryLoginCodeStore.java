package chat.letstalk.authentication.code;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * Codes in this process alone: for one replica. A restart forgets them, and people ask for new
 * ones.
 */
public final class MemoryLoginCodeStore implements LoginCodeStore {

  /** Some 20 MiB; beyond it, those least asked for go first. */
  private static final int MOST_CODES = 100_000;

  private final Clock clock;
  private final ConcurrentMap<EmailAddress, LoginCode> codes;

  /**
   * @param lifetime of a code; after it, the memory is free again
   */
  public MemoryLoginCodeStore(Clock clock, Duration lifetime) {
    this.clock = clock;
    this.codes =
        Caffeine.newBuilder()
            .maximumSize(MOST_CODES)
            .expireAfterWrite(lifetime)
            .<EmailAddress, LoginCode>build()
            .asMap();
  }

  @Override
  public Optional<Instant> validUntil(EmailAddress address) {
    return Optional.ofNullable(codes.get(address))
        .filter(code -> code.isValidAt(clock.instant()))
        .map(LoginCode::expiresAt);
  }

  @Override
  public Optional<Instant> keepUnlessPresent(EmailAddress address, LoginCode code) {
    Instant now = clock.instant();
    LoginCode kept =
        codes.merge(address, code, (present, made) -> present.isValidAt(now) ? present : made);
    return kept == code ? Optional.empty() : Optional.of(kept.expiresAt());
  }

  @Override
  public boolean use(EmailAddress address, int digits) {
    Instant now = clock.instant();
    boolean[] right = {false};
    var unused =
        codes.computeIfPresent(
            address,
            (key, code) -> {
              right[0] = code.isValidAt(now) && code.digits() == digits;
              boolean isUsedUp = right[0] || !code.isValidAt(now) || code.triesLeft() == 1;
              return isUsedUp ? null : code.withOneTryLess();
            });
    return right[0];
  }
}
