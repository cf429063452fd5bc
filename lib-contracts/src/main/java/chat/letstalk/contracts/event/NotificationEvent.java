package chat.letstalk.contracts.event;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * Something that every open connection of some accounts is to hear of. One event per occurrence,
 * not per recipient. Immutable.
 *
 * @param eventId identity of the occurrence (a UUID in text form): the same in every repetition, so
 *     that clients can drop repeats; pushed as the member {@code eventId} of the payload
 * @param type the hub's name for the payload, see {@link chat.letstalk.contracts.hub.PayloadType};
 *     names unknown to a reader are passed on as they are
 * @param recipients the ids of the accounts to push to, the author included; never empty
 * @param author the account that caused it, or null; where it is set, the payload is pushed with
 *     the member {@code isMine}, which is true for the author's own connections
 * @param occurredAt unix milliseconds of the moment when the occurrence was stored
 * @param payload the payload without {@code isMine} and {@code eventId}
 */
public record NotificationEvent(
    String eventId,
    String type,
    List<String> recipients,
    String author,
    long occurredAt,
    JsonObject payload) {}
