package chat.letstalk.authentication.client;

import java.time.Instant;

/**
 * A new token.
 *
 * @param token signed, without "Bearer "
 * @param expiresAt when it ends
 */
public record IssuedToken(String token, Instant expiresAt) {

  /** Without the token itself, which would be somebody's way in if it got into a log. */
  @Override
  public String toString() {
    return "IssuedToken[expiresAt=" + expiresAt + "]";
  }
}
