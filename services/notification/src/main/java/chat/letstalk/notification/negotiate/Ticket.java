package chat.letstalk.notification.negotiate;

import chat.letstalk.notification.identity.Identity;

/**
 * What negotiate has promised.
 *
 * @param connectionId the connection's public name
 * @param identity who negotiated, or null when that is still to be said
 * @param issuedAt on the clock of {@link System#nanoTime}
 */
public record Ticket(String connectionId, Identity identity, long issuedAt) {}
