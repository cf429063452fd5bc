package chat.letstalk.chatapi.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.image.Image;
import chat.letstalk.chatapi.message.ImagePreview;
import chat.letstalk.chatapi.message.LinkPreview;
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

  /** Empty for none. */
  String text;

  @Column(name = "text_html")
  String textHtml;

  @Column(name = "emoji_count")
  int emojiCount;

  @Column(name = "image_id")
  String imageId;

  @Column(name = "image_storage")
  Integer imageStorage;

  @Column(name = "preview_id")
  String previewId;

  @Column(name = "preview_width")
  Integer previewWidth;

  @Column(name = "preview_height")
  Integer previewHeight;

  @Column(name = "preview_storage")
  Integer previewStorage;

  @Column(name = "link_url")
  String linkUrl;

  @Column(name = "link_title")
  String linkTitle;

  @Column(name = "link_image_url")
  String linkImageUrl;

  /** Unix milliseconds. */
  long created;

  static byte[] bytesOf(String clientMessageId) {
    return clientMessageId == null ? null : clientMessageId.getBytes(UTF_8);
  }

  Message toMessage() {
    return new Message(
        new MessageId(id),
        new ChatId(key.chatId()),
        new AccountId(senderId),
        text.isEmpty() ? null : text,
        textHtml.isEmpty() ? null : textHtml,
        emojiCount,
        imageId == null ? null : new Image(imageId, imageStorage),
        linkUrl == null ? null : new LinkPreview(linkUrl, linkTitle, linkImageUrl),
        imagePreview(),
        Instant.ofEpochMilli(created),
        clientMessageId == null ? null : new String(clientMessageId, UTF_8));
  }

  private ImagePreview imagePreview() {
    return previewId == null
        ? null
        : new ImagePreview(new Image(previewId, previewStorage), previewWidth, previewHeight);
  }
}
