package chat.letstalk.chatapi.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.message.Message;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "message")
class MessageRow {

  @Embeddable
  record Key(@Column(name = "chat_id") UUID chatId, long seq) {}

  @EmbeddedId Key key;
  UUID id;

  @Column(name = "sender_id")
  UUID senderId;

  /** In UTF-8 bytes: a text column would take "a" and "a " for the same. */
  @Column(name = "client_message_id")
  byte[] clientMessageId;

  String text;

  @Column(name = "text_html")
  String textHtml;

  @Column(name = "emoji_count")
  int emojiCount;

  /** Unix milliseconds. */
  long created;

  static MessageRow of(Message message, long seq) {
    MessageRow row = new MessageRow();
    row.key = new Key(message.chatId().value(), seq);
    row.id = message.id().value();
    row.senderId = message.sender().value();
    row.clientMessageId = bytesOf(message.clientMessageId());
    row.text = message.text();
    row.textHtml = message.textHtml();
    row.emojiCount = message.emojiCount();
    row.created = message.created().toEpochMilli();
    return row;
  }

  static byte[] bytesOf(String clientMessageId) {
    return clientMessageId == null ? null : clientMessageId.getBytes(UTF_8);
  }

  Message toMessage() {
    return new Message(
        new MessageId(id),
        new ChatId(key.chatId()),
        new AccountId(senderId),
        text,
        textHtml,
        emojiCount,
        Instant.ofEpochMilli(created),
        clientMessageId == null ? null : new String(clientMessageId, UTF_8));
  }
}
