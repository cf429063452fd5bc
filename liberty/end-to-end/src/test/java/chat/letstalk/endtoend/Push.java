package chat.letstalk.endtoend;

import jakarta.json.JsonObject;

/**
 * Something that the hub pushed.
 *
 * @param payload the first argument of SendNotificationAsync
 * @param type the second
 */
record Push(JsonObject payload, String type) {

  /** Of a message or a picture's preview; a link's preview has none. */
  String id() {
    return payload.getString("id", "");
  }

  String chatId() {
    return payload.getString("chatId");
  }

  String text() {
    return payload.getString("text");
  }

  String eventId() {
    return payload.getString("eventId");
  }

  boolean isMine() {
    return payload.getBoolean("isMine");
  }
}
