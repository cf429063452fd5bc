package chat.letstalk.authentication.code;

import java.time.Duration;

/**
 * What all login codes have in common.
 *
 * @param lifetime how long one can be used
 * @param tries how often somebody may enter one before it is worthless
 */
public record CodeSettings(Duration lifetime, int tries) {

  /** Refuses what cannot work. */
  public CodeSettings {
    if (lifetime.toSeconds() < 1 || tries < 1) {
      throw new IllegalArgumentException(
          "letstalk.login-code.lifetime must be a second or more, letstalk.login-code.tries 1 or"
              + " more");
    }
  }
}
