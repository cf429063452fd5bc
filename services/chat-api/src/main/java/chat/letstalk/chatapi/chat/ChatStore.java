package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the chats, their members and the members' read marks. Every method is atomic and durable
 * once it returns; implementations are thread-safe and throw {@link
 * chat.letstalk.chatapi.problem.StoreUnavailable} when the engine is away.
 */
public interface ChatStore {

  /**
   * The one chat of two accounts; of several callers at once all get the same, whoever comes first
   * in the pair.
   *
   * @param candidate the id when there is no such chat yet
   * @return the id of the stored chat
   * @throws IllegalArgumentException when both are the same account
   */
  ChatId getOrCreate(ChatId candidate, AccountId one, AccountId other, Instant now);

  /** The chat, if it exists and the account is a member. */
  Optional<Chat> ofMember(ChatId chat, AccountId account);

  /** All chats of an account, the one with the newest message first. */
  List<ChatSummary> listOf(AccountId account);

  /**
   * Marks everything up to and including a message as read by a member. Monotonic: a mark never
   * moves back. Idempotent.
   *
   * @return false when the account is no member or the message is not in the chat
   */
  boolean markRead(ChatId chat, AccountId account, MessageId upTo);
}
