package chat.letstalk.authentication.token;

import java.time.Duration;

/**
 * What all our tokens have in common.
 *
 * @param issuer "iss"
 * @param audience "aud"
 * @param lifetime from "iat" to "exp"
 */
public record TokenSettings(String issuer, String audience, Duration lifetime) {

  /** Refuses what cannot work. */
  public TokenSettings {
    if (issuer.isBlank() || audience.isBlank() || lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "letstalk.token.issuer, .audience and .lifetime must be set and positive");
    }
  }
}
