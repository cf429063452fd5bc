package chat.letstalk.authentication.token;

import java.time.Instant;

/**
 * A new token.
 *
 * @param serialized as it is sent
 * @param expiresAt when it ends
 */
public record IssuedToken(String serialized, Instant expiresAt) {

  /** Without the token itself. */
  @Override
  public String toString() {
    return "IssuedToken[" + expiresAt + "]";
  }
}
