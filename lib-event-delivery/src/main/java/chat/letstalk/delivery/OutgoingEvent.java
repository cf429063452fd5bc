package chat.letstalk.delivery;

import java.util.Map;

/**
 * An event on its way to the broker. Immutable.
 *
 * @param channel where it goes
 * @param key events of a channel with the same key keep their order; null for none
 * @param body JSON
 * @param headers what travels beside the body; names and values are ASCII
 */
public record OutgoingEvent(String channel, String key, String body, Map<String, String> headers) {

  public OutgoingEvent {
    headers = Map.copyOf(headers);
  }
}
