package chat.letstalk.authentication.token;

import java.time.Instant;

/**
 * A revoked token.
 *
 * @param tokenId its "jti"
 * @param expiresAt from when on it is refused anyway
 */
public record Revocation(String tokenId, Instant expiresAt) {}
