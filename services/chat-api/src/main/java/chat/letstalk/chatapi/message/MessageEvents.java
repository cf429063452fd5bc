package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.contracts.hub.PayloadType;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.TraceHeaders;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** What follows from a message: the events that are stored with it. */
final class MessageEvents {

  private MessageEvents() {}

  /** One push to all members, the sender included; keyed by the chat, whose order it keeps. */
  static List<PendingEvent> of(Message message, Chat chat) {
    String eventId = message.id().toString();
    NotificationEvent event =
        new NotificationEvent(
            eventId,
            PayloadType.MESSAGE,
            chat.members().stream().map(Object::toString).toList(),
            message.sender().toString(),
            message.created().toEpochMilli(),
            payload(message));
    return List.of(
        new PendingEvent(
            eventId,
            Channels.NOTIFICATIONS,
            chat.id().toString(),
            EventJson.write(event),
            TraceHeaders.ofCurrent()));
  }

  /** Without isMine, which the hub adds for each recipient. */
  private static JsonObject payload(Message message) {
    return Json.createObjectBuilder()
        .add("id", message.id().toString())
        .add("text", message.text())
        .add("textHtml", message.textHtml())
        .add("chatId", message.chatId().toString())
        .add("created", message.created().getEpochSecond())
        .add("emojisOnly", message.emojiCount() > 0)
        .add("emojiCount", message.emojiCount())
        .build();
  }
}
