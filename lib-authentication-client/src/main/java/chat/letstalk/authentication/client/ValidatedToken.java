package chat.letstalk.authentication.client;

import java.time.Instant;
import java.util.Set;

/**
 * What a valid token says.
 *
 * @param accountId whose it is ("sub")
 * @param tokenId which token it is ("jti")
 * @param expiresAt when it ends
 * @param groups the roles; unmodifiable
 */
public record ValidatedToken(
    String accountId, String tokenId, Instant expiresAt, Set<String> groups) {

  /** Copies the groups. */
  public ValidatedToken {
    groups = Set.copyOf(groups);
  }
}
