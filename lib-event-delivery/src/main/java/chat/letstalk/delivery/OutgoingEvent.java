package chat.letstalk.delivery;

import java.util.Map;

/**
 * An event on its way to the broker. Immutable.
 *
 * @param channel where it goes
 * @param key events of a channel with the same key keep their order; null for none
 * @param body JSON
 * @param headers what travels beside the body; names and values are ASCII
 * @param eventId identity of the occurrence, the same in every repetition, by which a broker may
 *     drop repeats; null where the publisher does not know it
 */
public record OutgoingEvent(
    String channel, String key, String body, Map<String, String> headers, String eventId) {

  public OutgoingEvent {
    headers = Map.copyOf(headers);
  }

  /** An event without a known identity. */
  public OutgoingEvent(String channel, String key, String body, Map<String, String> headers) {
    this(channel, key, body, headers, null);
  }
}
