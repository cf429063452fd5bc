package chat.letstalk.awsmessaging;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.delivery.OutgoingEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * What travels beside an event's body as message attributes: its headers (the trace context among
 * them), its key and its type.
 */
final class Attributes {

  /** The record of lib-contracts that the body is, for people who look into a queue. */
  static final String TYPE = "letstalk-type";

  static final String KEY = "letstalk-key";

  private Attributes() {}

  static Map<String, String> of(OutgoingEvent event, String origin) {
    Map<String, String> attributes = new HashMap<>(event.headers());
    Channels.eventOf(origin).ifPresent(type -> attributes.put(TYPE, type.getSimpleName()));
    if (event.key() != null) {
      attributes.put(KEY, event.key());
    }
    // AWS takes no empty value, and none is worth as much.
    attributes.values().removeIf(String::isEmpty);
    attributes.replaceAll((name, value) -> Texts.acceptable(value));
    return Map.copyOf(attributes);
  }

  static Map<String, String> headers(Map<String, String> attributes) {
    Map<String, String> headers = new HashMap<>(attributes);
    headers.remove(TYPE);
    headers.remove(KEY);
    return Map.copyOf(headers);
  }
}
