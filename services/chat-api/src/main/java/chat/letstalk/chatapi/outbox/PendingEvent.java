package chat.letstalk.chatapi.outbox;

import java.util.Map;

/**
 * An event that is stored with its cause and published afterwards.
 *
 * @param eventId identity of the occurrence, the same in every repetition
 * @param channel one of {@link chat.letstalk.contracts.channel.Channels}
 * @param key events with the same key keep their order
 * @param body the event as JSON
 * @param headers what travels beside the body, such as the trace context
 */
public record PendingEvent(
    String eventId, String channel, String key, String body, Map<String, String> headers) {}
