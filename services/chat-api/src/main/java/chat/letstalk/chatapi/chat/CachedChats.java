package chat.letstalk.chatapi.chat;

import chat.letstalk.cache.Cache;
import chat.letstalk.cache.CacheSpec;
import chat.letstalk.cache.Caches;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Chats of which everybody's own list is cached, for himself alone. It is forgotten after what
 * changes it: a new chat, a read mark, and ({@link #forgetListsOf}) a message; the other member's
 * new name shows when the lifetime is over. Thread-safe.
 */
public final class CachedChats implements ChatStore {

  /** How long lists are cached on Redis unless somebody says so. */
  private static final Duration SHARED = Duration.ofSeconds(30);

  private static final int BYTES_EACH = 500;

  /** Somebody's chats. */
  public record ChatList(List<ChatSummary> chats) {}

  private final ChatStore store;
  private final Cache<ChatList> lists;

  /**
   * @param store where everything else is asked for
   */
  public CachedChats(ChatStore store, Caches caches) {
    this.store = store;
    this.lists =
        caches.cache(
            CacheSpec.of(
                "chats",
                1,
                ChatList.class,
                lifetime(caches),
                list -> list.chats().size() * BYTES_EACH));
  }

  /** Zero when lists are not cached. */
  public static Duration lifetime(Caches caches) {
    return caches.lifetime("chats", Duration.ZERO, SHARED);
  }

  /** Forgets the lists of some accounts, whose chats have a new message. */
  public void forgetListsOf(Collection<AccountId> accounts) {
    lists.invalidate(accounts.stream().map(Object::toString).toList());
  }

  @Override
  public List<ChatSummary> listOf(AccountId account) {
    return lists.get(account.toString(), () -> new ChatList(store.listOf(account))).chats();
  }

  @Override
  public ChatId getOrCreate(ChatId candidate, AccountId one, AccountId other, Instant now) {
    try {
      return store.getOrCreate(candidate, one, other, now);
    } finally {
      forgetListsOf(List.of(one, other));
    }
  }

  @Override
  public boolean markRead(ChatId chat, AccountId account, MessageId upTo) {
    try {
      return store.markRead(chat, account, upTo);
    } finally {
      forgetListsOf(List.of(account));
    }
  }

  /** Who may read is never cached here: a mistake would show strangers what is said. */
  @Override
  public Optional<Chat> ofMember(ChatId chat, AccountId account) {
    return store.ofMember(chat, account);
  }
}
