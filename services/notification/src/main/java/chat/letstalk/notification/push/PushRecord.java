package chat.letstalk.notification.push;

import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.notification.hub.HubProtocol;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Set;

/**
 * An event as it is pushed, serialised once: what differs between the author and everybody else
 * stands in front.
 *
 * @param arrivedAt when it came here, in unix milliseconds
 * @param chatId the chat that it belongs to, or null
 * @param momentary whether it means nothing any more a little later
 * @param tail the record from after the place of isMine on
 */
record PushRecord(
    String eventId,
    long occurredAt,
    long arrivedAt,
    String chatId,
    boolean momentary,
    List<String> recipients,
    String author,
    String tail) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** A phone that rings for a call of a minute ago would ring in vain. */
  private static final Set<String> CALLS = Set.of("IncomingCall", "EstablishConnection");

  private static final String HEAD =
      "{\"type\":1,\"target\":\"SendNotificationAsync\",\"arguments\":[{";
  private static final String MINE = HEAD + "\"isMine\":true,";
  private static final String NOT_MINE = HEAD + "\"isMine\":false,";

  /**
   * Serialises an event.
   *
   * @throws IllegalArgumentException when something is missing that every event has
   */
  static PushRecord of(NotificationEvent event, long now) {
    if (event.eventId() == null
        || event.type() == null
        || event.recipients() == null
        || event.payload() == null) {
      throw new IllegalArgumentException("Event without id, type, recipients or payload");
    }
    String payload =
        JSON.createObjectBuilder(event.payload())
            .remove("isMine")
            .add("eventId", event.eventId())
            .build()
            .toString();
    String type = JSON.createValue(event.type()).toString();
    return new PushRecord(
        event.eventId(),
        event.occurredAt(),
        now,
        event.payload().get("chatId") instanceof JsonString chat ? chat.getString() : null,
        CALLS.contains(event.type()),
        event.recipients().stream().distinct().toList(),
        event.author(),
        wellFormed(payload.substring(1) + "," + type + "]}" + HubProtocol.SEPARATOR));
  }

  /** The record for an account's connections. */
  String forAccount(String account) {
    return isOf(account) ? forAuthor() : forOthers();
  }

  boolean isOf(String account) {
    return account.equals(author);
  }

  String forAuthor() {
    return MINE + tail;
  }

  String forOthers() {
    return (author == null ? HEAD : NOT_MINE) + tail;
  }

  /** Half a surrogate pair cannot be sent as UTF-8 and would cost the client its connection. */
  private static String wellFormed(String json) {
    StringBuilder escaped = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < json.length()
              && Character.isLowSurrogate(json.charAt(i + 1));
      if (Character.isSurrogate(c) && !pair) {
        escaped = escaped == null ? new StringBuilder(json.substring(0, i)) : escaped;
        escaped.append("\\u%04x".formatted((int) c));
      } else if (escaped != null) {
        escaped.append(c);
      }
      if (pair) {
        i++;
        if (escaped != null) {
          escaped.append(json.charAt(i));
        }
      }
    }
    return escaped == null ? json : escaped.toString();
  }
}
