package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.problem.NotFound;
import chat.letstalk.chatapi.scope.Shared;
import jakarta.inject.Inject;
import java.util.List;

/** Shows a member what was said in a chat, twenty messages at a time, oldest first. */
@Shared
public class ReadHistory {

  static final int PAGE_SIZE = 20;

  private final ChatStore chats;
  private final MessageStore messages;

  @Inject
  public ReadHistory(ChatStore chats, MessageStore messages) {
    this.chats = chats;
    this.messages = messages;
  }

  /**
   * @param page 0 for the newest messages
   */
  public List<Message> page(AccountId reader, String chatId, int page) {
    return messages.page(readable(reader, chatId), page, PAGE_SIZE);
  }

  /** The messages right before one of the chat. */
  public List<Message> before(AccountId reader, String chatId, String messageId) {
    ChatId chat = readable(reader, chatId);
    return messages.before(chat, inChat(chat, "before", messageId), PAGE_SIZE);
  }

  /** The messages right after one of the chat. */
  public List<Message> after(AccountId reader, String chatId, String messageId) {
    ChatId chat = readable(reader, chatId);
    return messages.after(chat, inChat(chat, "after", messageId), PAGE_SIZE);
  }

  private ChatId readable(AccountId reader, String chatId) {
    return ChatId.parse(chatId)
        .filter(id -> chats.ofMember(id, reader).isPresent())
        .orElseThrow(() -> new NotFound("Chat not found"));
  }

  private MessageId inChat(ChatId chat, String parameter, String messageId) {
    return MessageId.parse(messageId)
        .filter(id -> messages.contains(chat, id))
        .orElseThrow(() -> new InvalidInput(parameter, "There is no such message in this chat"));
  }
}
