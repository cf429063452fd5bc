package chat.letstalk.authentication.code;

import java.time.Instant;

/**
 * A code that was sent to an address.
 *
 * @param digits 1000 to 9999
 * @param expiresAt from when on it is worthless
 * @param triesLeft how often somebody may still enter a code, at least 1
 */
public record LoginCode(int digits, Instant expiresAt, int triesLeft) {

  /** Whether it can still be used. */
  boolean isValidAt(Instant now) {
    return expiresAt.isAfter(now);
  }

  LoginCode withOneTryLess() {
    return new LoginCode(digits, expiresAt, triesLeft - 1);
  }

  /** Without the digits, which would be somebody's way in if they got into a log. */
  @Override
  public String toString() {
    return "LoginCode[expiresAt=" + expiresAt + ", triesLeft=" + triesLeft + "]";
  }
}
