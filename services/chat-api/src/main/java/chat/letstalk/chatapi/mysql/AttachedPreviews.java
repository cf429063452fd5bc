package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.message.ImagePreview;
import chat.letstalk.chatapi.message.LinkPreview;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.message.Preview;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * Writes previews to their messages. That the first one stays is the statement's own condition: of
 * two at the same moment the second waits for the first and then finds its place taken.
 */
final class AttachedPreviews {

  private static final String LINK =
      """
      update MessageRow set linkUrl = :url, linkTitle = :title, linkImageUrl = :imageUrl
      where id = :message and key.chatId = :chat and linkUrl is null
      """;

  private static final String IMAGE =
      """
      update MessageRow set previewId = :preview, previewStorage = :storage,
        previewWidth = :width, previewHeight = :height
      where id = :message and key.chatId = :chat and previewId is null
      """;

  private AttachedPreviews() {}

  /** Whether it was written: false when there is one already. */
  static boolean write(EntityManager db, Message message, Preview preview) {
    return update(db, preview)
            .setParameter("message", message.id().value())
            .setParameter("chat", message.chatId().value())
            .executeUpdate()
        == 1;
  }

  private static Query update(EntityManager db, Preview preview) {
    if (preview instanceof LinkPreview link) {
      return db.createQuery(LINK)
          .setParameter("url", link.url())
          .setParameter("title", link.title())
          .setParameter("imageUrl", link.imageUrl());
    }
    ImagePreview image = (ImagePreview) preview;
    return db.createQuery(IMAGE)
        .setParameter("preview", image.image().id())
        .setParameter("storage", image.image().fileStorageTypeId())
        .setParameter("width", image.width())
        .setParameter("height", image.height());
  }
}
