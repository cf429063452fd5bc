package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.util.Optional;

/** Remembers how far somebody has read. Idempotent; a mark never moves back. */
@Shared
public class MarkAsRead {

  private final ChatStore chats;

  @Inject
  public MarkAsRead(ChatStore chats) {
    this.chats = chats;
  }

  /**
   * @throws NotFound when there is no such message in a chat of the reader
   */
  public void upTo(AccountId reader, String chatId, String messageId) {
    Optional<ChatId> chat = ChatId.parse(chatId);
    Optional<MessageId> message = MessageId.parse(messageId);
    if (chat.isEmpty() || message.isEmpty() || !chats.markRead(chat.get(), reader, message.get())) {
      throw new NotFound("Message not found");
    }
  }
}
