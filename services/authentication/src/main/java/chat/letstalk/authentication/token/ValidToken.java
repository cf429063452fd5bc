package chat.letstalk.authentication.token;

import java.time.Instant;
import java.util.List;

/**
 * What a valid token says.
 *
 * @param accountId "sub"
 * @param tokenId "jti"
 * @param expiresAt "exp"
 * @param groups "groups"
 */
public record ValidToken(
    String accountId, String tokenId, Instant expiresAt, List<String> groups) {}
