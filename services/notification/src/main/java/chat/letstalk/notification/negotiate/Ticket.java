package chat.letstalk.notification.negotiate;

import chat.letstalk.notification.identity.Identity;
import java.time.Instant;

/**
 * What negotiate has promised.
 *
 * @param connectionId the connection's public name
 * @param identity who negotiated, or null when that is still to be said
 * @param validUntil when the connection must have been opened
 */
public record Ticket(String connectionId, Identity identity, Instant validUntil) {}
