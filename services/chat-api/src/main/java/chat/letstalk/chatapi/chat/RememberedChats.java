package chat.letstalk.chatapi.chat;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Chats with the members of the busy ones in memory: who is in a chat of two never changes, and
 * every message and every page of history asks for it. It is right for ever, so it needs no
 * lifetime and no invalidation, and asking Redis would cost what it saves. Thread-safe.
 */
public final class RememberedChats implements ChatStore {

  /** About 300 bytes each. */
  private static final long MOST_REMEMBERED = 50_000;

  private final ChatStore store;
  private final Cache<ChatId, Chat> known =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  /**
   * @param store where everything else is asked for
   */
  public RememberedChats(ChatStore store) {
    this.store = store;
  }

  @Override
  public Optional<Chat> ofMember(ChatId chat, AccountId account) {
    Chat remembered = known.getIfPresent(chat);
    if (remembered != null) {
      return Optional.of(remembered).filter(found -> found.members().contains(account));
    }
    Optional<Chat> stored = store.ofMember(chat, account);
    stored.ifPresent(found -> known.put(chat, found));
    return stored;
  }

  @Override
  public ChatId getOrCreate(ChatId candidate, AccountId one, AccountId other, Instant now) {
    return store.getOrCreate(candidate, one, other, now);
  }

  @Override
  public List<ChatSummary> listOf(AccountId account) {
    return store.listOf(account);
  }

  @Override
  public boolean markRead(ChatId chat, AccountId account, MessageId upTo) {
    return store.markRead(chat, account, upTo);
  }
}
