package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import java.util.List;

/**
 * A conversation.
 *
 * @param members everybody in it, in no particular order; a chat of two never changes its members
 */
public record Chat(ChatId id, List<AccountId> members) {}
