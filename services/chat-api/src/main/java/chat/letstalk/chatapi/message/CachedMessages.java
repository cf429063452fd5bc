package chat.letstalk.chatapi.message;

import chat.letstalk.cache.Cache;
import chat.letstalk.cache.CacheSpec;
import chat.letstalk.cache.Caches;
import chat.letstalk.chatapi.chat.CachedChats;
import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.outbox.PendingEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Messages of which the first page of each chat is cached. Who asks has been found to be a member
 * before. After a message its chat's page is forgotten and its members' lists of chats, after a
 * preview the page. Thread-safe.
 */
public final class CachedMessages implements MessageStore {

  private static final Duration SHARED = Duration.ofSeconds(30);
  private static final int BYTES_EACH = 400;

  /** The newest messages of a chat. */
  public record FirstPage(List<Message> messages) {

    int bytes() {
      return messages.stream().mapToInt(message -> BYTES_EACH + lengthOf(message)).sum();
    }

    private static int lengthOf(Message message) {
      return message.text() == null ? 0 : message.text().length() + message.textHtml().length();
    }
  }

  private final MessageStore store;
  private final CachedChats chats;
  private final Cache<FirstPage> firstPages;

  /**
   * @param store where everything else is asked for
   * @param chats whose lists show the newest message
   */
  public CachedMessages(MessageStore store, CachedChats chats, Caches caches) {
    this.store = store;
    this.chats = chats;
    this.firstPages =
        caches.cache(
            CacheSpec.of("messages", 1, FirstPage.class, lifetime(caches), FirstPage::bytes));
  }

  /** Zero when pages are not cached. */
  public static Duration lifetime(Caches caches) {
    return caches.lifetime("messages", Duration.ZERO, SHARED);
  }

  /** Forgets what messages or previews have changed: pages of chats, and accounts' lists. */
  void forget(Collection<String> chatIds, Collection<AccountId> members) {
    firstPages.invalidate(chatIds);
    chats.forgetListsOf(members);
  }

  @Override
  public List<Message> page(ChatId chat, int page, int size) {
    return page == 0 && size == ReadHistory.PAGE_SIZE
        ? firstPages
            .get(chat.toString(), () -> new FirstPage(store.page(chat, page, size)))
            .messages()
        : store.page(chat, page, size);
  }

  @Override
  public Message add(Message message, List<PendingEvent> events) {
    List<AccountId> members =
        chats.ofMember(message.chatId(), message.sender()).map(Chat::members).orElse(List.of());
    try {
      return store.add(message, events);
    } finally {
      forget(List.of(message.chatId().toString()), members);
    }
  }

  @Override
  public boolean attach(Message message, Preview preview, List<PendingEvent> events) {
    try {
      return store.attach(message, preview, events);
    } finally {
      forget(List.of(message.chatId().toString()), List.of());
    }
  }

  @Override
  public List<Message> before(ChatId chat, MessageId message, int size) {
    return store.before(chat, message, size);
  }

  @Override
  public List<Message> after(ChatId chat, MessageId message, int size) {
    return store.after(chat, message, size);
  }

  @Override
  public Optional<Message> find(ChatId chat, MessageId message) {
    return store.find(chat, message);
  }

  @Override
  public boolean contains(ChatId chat, MessageId message) {
    return store.contains(chat, message);
  }
}
