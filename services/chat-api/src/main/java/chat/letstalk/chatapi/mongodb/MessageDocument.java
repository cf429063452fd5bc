package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.message.ImagePreview;
import chat.letstalk.chatapi.message.LinkPreview;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.message.Preview;
import chat.letstalk.chatapi.outbox.PendingEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/** A message as it is stored, together with the events that wait to be published. */
final class MessageDocument {

  static final String CHAT = "chat";
  static final String CREATED = "created";

  /**
   * The sender with the client's own id, or without one the message's id: a unique index that holds
   * for some documents only is not to be had on every engine.
   */
  static final String CLIENT_KEY = "clientKey";

  private static final String CLIENT_ID = "clientId";
  private static final String TEXT = "text";
  private static final String HTML = "html";
  private static final String EMOJIS = "emojis";
  private static final String IMAGE = "image";
  private static final String LINK = "link";
  private static final String PREVIEW = "preview";

  private MessageDocument() {}

  static Document of(Message message, Tail place, List<PendingEvent> events) {
    Document document =
        new Document("_id", message.id().value())
            .append(CHAT, message.chatId().value())
            .append(Tail.SEQ, place.seq())
            .append(Tail.SENDER, message.sender().value())
            .append(Tail.SENT, place.sent())
            .append(Tail.TICK, place.tick())
            .append(CLIENT_KEY, clientKeyOf(message))
            .append(EMOJIS, message.emojiCount())
            .append(CREATED, message.created().toEpochMilli());
    append(document, CLIENT_ID, message.clientMessageId());
    append(document, TEXT, message.text());
    append(document, HTML, message.textHtml());
    append(document, IMAGE, message.image() == null ? null : of(message.image()));
    if (!events.isEmpty()) {
      document
          .append(PendingEvents.PENDING, PendingEvents.documents(events))
          .append(PendingEvents.DUE, place.tick());
    }
    return document;
  }

  static String clientKeyOf(Message message) {
    return message.clientMessageId() == null
        ? message.id().toString()
        : message.sender() + ":" + message.clientMessageId();
  }

  private static void append(Document document, String name, Object value) {
    if (value != null) {
      document.append(name, value);
    }
  }

  static Document of(Image image) {
    return new Document("id", image.id()).append("storage", image.fileStorageTypeId());
  }

  static Image imageOf(Document image) {
    return image == null ? null : new Image(image.getString("id"), image.getInteger("storage"));
  }

  /** Where a kind of preview is. */
  static String fieldOf(Preview preview) {
    return preview instanceof LinkPreview ? LINK : PREVIEW;
  }

  static Document of(Preview preview) {
    if (preview instanceof LinkPreview link) {
      return new Document("url", link.url())
          .append("title", link.title())
          .append("imageUrl", link.imageUrl());
    }
    ImagePreview image = (ImagePreview) preview;
    return of(image.image()).append("width", image.width()).append("height", image.height());
  }

  static Message toMessage(Document document) {
    Document link = document.get(LINK, Document.class);
    Document preview = document.get(PREVIEW, Document.class);
    return new Message(
        new MessageId(document.get("_id", UUID.class)),
        new ChatId(document.get(CHAT, UUID.class)),
        new AccountId(document.get(Tail.SENDER, UUID.class)),
        document.getString(TEXT),
        document.getString(HTML),
        document.getInteger(EMOJIS),
        imageOf(document.get(IMAGE, Document.class)),
        link == null
            ? null
            : new LinkPreview(
                link.getString("url"), link.getString("title"), link.getString("imageUrl")),
        preview == null
            ? null
            : new ImagePreview(
                imageOf(preview), preview.getInteger("width"), preview.getInteger("height")),
        Instant.ofEpochMilli(document.getLong(CREATED)),
        document.getString(CLIENT_ID));
  }
}
