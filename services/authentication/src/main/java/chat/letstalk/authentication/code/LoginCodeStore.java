package chat.letstalk.authentication.code;

import java.time.Instant;
import java.util.Optional;

/** The codes that can still be used: at most one for an address. Thread-safe. */
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

  /**
   * Tries a code once: the right one is used up, so that of callers at the same time one is told
   * yes; a wrong one costs a try, and the last try costs the code.
   *
   * @return whether it was the right one
   */
  boolean use(EmailAddress address, int digits);
}
