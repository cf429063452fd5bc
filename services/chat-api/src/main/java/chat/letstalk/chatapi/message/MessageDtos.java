package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.contracts.rest.MessageDto;

/** Messages as they go over the wire, in REST and on the hub alike. */
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
        null,
        null,
        null,
        message.emojiCount() > 0,
        message.emojiCount());
  }
}
