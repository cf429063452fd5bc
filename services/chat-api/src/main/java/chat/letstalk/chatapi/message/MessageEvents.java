package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.id.Uuids;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.event.ImagePreviewRequest;
import chat.letstalk.contracts.event.LinkPreviewRequest;
import chat.letstalk.contracts.event.NotificationEvent;
import chat.letstalk.contracts.hub.PayloadType;
import chat.letstalk.delivery.EventJson;
import chat.letstalk.delivery.TraceHeaders;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What follows from a message and from its previews: the events that are stored with them. */
final class MessageEvents {

  private static final JsonProvider JSON = JsonProvider.provider();

  private MessageEvents() {}

  /**
   * One push to all members, the sender included, and requests for previews after it; keyed by the
   * chat, whose order they keep.
   */
  static List<PendingEvent> of(Message message, Chat chat) {
    List<PendingEvent> events = new ArrayList<>(2);
    String id = message.id().toString();
    NotificationEvent push =
        new NotificationEvent(
            id,
            PayloadType.MESSAGE,
            recipients(chat),
            message.sender().toString(),
            message.created().toEpochMilli(),
            payload(message));
    events.add(pending(id, Channels.NOTIFICATIONS, chat, push));
    if (message.image() != null) {
      events.add(imagePreviewRequest(message, chat));
    } else {
      MessageHtml.firstLink(message.text())
          .ifPresent(url -> events.add(linkPreviewRequest(message, chat, url)));
    }
    return events;
  }

  /**
   * One push of a preview to all members.
   *
   * @param eventId the same in every repetition
   */
  static List<PendingEvent> of(
      Preview preview, String eventId, Message message, Chat chat, Instant now) {
    NotificationEvent push =
        new NotificationEvent(
            eventId,
            preview instanceof LinkPreview ? PayloadType.LINK_PREVIEW : PayloadType.IMAGE_PREVIEW,
            recipients(chat),
            null,
            now.toEpochMilli(),
            payload(preview, message));
    return List.of(pending(eventId, Channels.NOTIFICATIONS, chat, push));
  }

  private static PendingEvent imagePreviewRequest(Message message, Chat chat) {
    String eventId = Uuids.next().toString();
    Image image = message.image();
    return pending(
        eventId,
        Channels.IMAGE_PREVIEW_REQUESTS,
        chat,
        new ImagePreviewRequest(
            eventId,
            message.id().toString(),
            chat.id().toString(),
            image.id(),
            image.fileStorageTypeId()));
  }

  private static PendingEvent linkPreviewRequest(Message message, Chat chat, String url) {
    String eventId = Uuids.next().toString();
    return pending(
        eventId,
        Channels.LINK_PREVIEW_REQUESTS,
        chat,
        new LinkPreviewRequest(eventId, message.id().toString(), chat.id().toString(), url));
  }

  private static PendingEvent pending(String eventId, String channel, Chat chat, Object event) {
    return new PendingEvent(
        eventId, channel, chat.id().toString(), EventJson.write(event), TraceHeaders.ofCurrent());
  }

  private static List<String> recipients(Chat chat) {
    return chat.members().stream().map(Object::toString).toList();
  }

  /** Without isMine, which the hub adds for each recipient. */
  private static JsonObject payload(Message message) {
    JsonObjectBuilder payload = JSON.createObjectBuilder().add("id", message.id().toString());
    if (message.text() != null) {
      payload.add("text", message.text()).add("textHtml", message.textHtml());
    }
    if (message.image() != null) {
      payload.add(
          "image",
          JSON.createObjectBuilder()
              .add("id", message.image().id())
              .add("fileStorageTypeId", message.image().fileStorageTypeId()));
    }
    return payload
        .add("chatId", message.chatId().toString())
        .add("created", message.created().getEpochSecond())
        .add("emojisOnly", message.emojiCount() > 0)
        .add("emojiCount", message.emojiCount())
        .build();
  }

  private static JsonObject payload(Preview preview, Message message) {
    JsonObjectBuilder payload =
        JSON.createObjectBuilder()
            .add("messageId", message.id().toString())
            .add("chatId", message.chatId().toString());
    if (preview instanceof LinkPreview link) {
      payload.add("url", link.url());
      addIfThere(payload, "title", link.title());
      addIfThere(payload, "imageUrl", link.imageUrl());
    } else if (preview instanceof ImagePreview image) {
      payload
          .add("id", image.image().id())
          .add("width", image.width())
          .add("height", image.height())
          .add("fileStorageTypeId", image.image().fileStorageTypeId());
    }
    return payload.build();
  }

  private static void addIfThere(JsonObjectBuilder payload, String name, String value) {
    if (value != null) {
      payload.add(name, value);
    }
  }
}
