package chat.letstalk.authentication.code;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Codes in this process alone: for one replica. A restart forgets them, and people ask for new
 * ones. Not a cache: nobody could load a code again.
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
  public Outcome use(EmailAddress address, int digits) {
    Instant now = clock.instant();
    AtomicReference<Outcome> outcome = new AtomicReference<>(Outcome.NO_CODE);
    var unused =
        codes.computeIfPresent(
            address,
            (key, code) -> {
              outcome.set(outcomeOf(code, digits, now));
              boolean stays = outcome.get() == Outcome.WRONG && code.triesLeft() > 1;
              return stays ? code.withOneTryLess() : null;
            });
    return outcome.get();
  }

  private static Outcome outcomeOf(LoginCode code, int digits, Instant now) {
    if (!code.isValidAt(now)) {
      return Outcome.NO_CODE;
    }
    return code.digits() == digits ? Outcome.RIGHT : Outcome.WRONG;
  }
}
