package chat.letstalk.authentication.code;

import java.time.Instant;
import java.util.Optional;

/**
 * The codes that can still be used: at most one for an address. Thread-safe. Whatever is asked
 * throws {@link chat.letstalk.authentication.Unavailable} when the engine is away.
 */
public interface LoginCodeStore {

  /** Until when the address's code is valid; empty when it has none. */
  Optional<Instant> validUntil(EmailAddress address);

  /**
   * Keeps a code unless the address has one that is still valid. Of callers at the same time one
   * wins.
   *
   * @return until when the present code is valid; empty when the new one was kept
   */
  Optional<Instant> keepUnlessPresent(EmailAddress address, LoginCode code);

  /** What comes of a try. */
  enum Outcome {
    /** It was the right code, which is used up now. */
    RIGHT,
    /** It was another than the address's code. */
    WRONG,
    /** The address has no code that is still valid. */
    NO_CODE
  }

  /**
   * Tries a code once: the right one is used up, so that of callers at the same time one alone is
   * right; a wrong one costs a try, and the last try costs the code.
   */
  Outcome use(EmailAddress address, int digits);
}
