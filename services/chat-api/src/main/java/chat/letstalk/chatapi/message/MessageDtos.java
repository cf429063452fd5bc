package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.image.ImageDtos;
import chat.letstalk.contracts.rest.ImagePreviewDto;
import chat.letstalk.contracts.rest.LinkPreviewDto;
import chat.letstalk.contracts.rest.MessageDto;

/** Messages as REST shows them. */
final class MessageDtos {

  private MessageDtos() {}

  static MessageDto of(Message message, AccountId seenBy) {
    return new MessageDto(
        message.id().toString(),
        message.text(),
        message.textHtml(),
        message.chatId().toString(),
        message.sender().equals(seenBy),
        message.created().getEpochSecond(),
        linkPreview(message),
        ImageDtos.of(message.image()),
        imagePreview(message),
        message.emojiCount() > 0,
        message.emojiCount());
  }

  private static LinkPreviewDto linkPreview(Message message) {
    LinkPreview preview = message.linkPreview();
    return preview == null
        ? null
        : new LinkPreviewDto(
            message.id().toString(),
            message.chatId().toString(),
            preview.title(),
            preview.imageUrl(),
            preview.url());
  }

  private static ImagePreviewDto imagePreview(Message message) {
    ImagePreview preview = message.imagePreview();
    return preview == null
        ? null
        : new ImagePreviewDto(
            message.id().toString(),
            preview.image().id(),
            message.chatId().toString(),
            preview.width(),
            preview.height(),
            preview.image().fileStorageTypeId());
  }
}
