package chat.letstalk.notification.identity;

import java.time.Instant;

/**
 * Who is at the other end of a connection, as a verified token says.
 *
 * @param accountId the account
 * @param tokenId the token's jti
 * @param expiresAt when the token ends, and the connection with it
 */
public record Identity(String accountId, String tokenId, Instant expiresAt) {}
