package chat.letstalk.chatapi.mongodb;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * The newest messages of chats, as far as they are known. What is remembered, here or in a chat's
 * document, may lie behind: whoever writes on finds the next place taken, and asks {@link #reread}.
 * Thread-safe.
 */
final class Newest {

  /** About 200 bytes each. */
  private static final long MOST_REMEMBERED = 50_000;

  private static final Document DESCENDING =
      new Document(MessageDocument.CHAT, -1).append(Tail.SEQ, -1);

  private final Collections collections;
  private final Cache<UUID, Tail> known =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  Newest(Collections collections) {
    this.collections = collections;
  }

  /** Of chats, which must exist. */
  Map<UUID, Tail> of(Set<UUID> chats) {
    Map<UUID, Tail> tails = new HashMap<>(known.getAllPresent(chats));
    List<UUID> unknown = chats.stream().filter(chat -> !tails.containsKey(chat)).toList();
    if (!unknown.isEmpty()) {
      Commands.run("find chats", () -> lastOf(unknown)).forEach(chat -> put(tails, chat));
    }
    if (!tails.keySet().containsAll(chats)) {
      throw new IllegalArgumentException("A message is for a chat that does not exist");
    }
    return tails;
  }

  private List<Document> lastOf(List<UUID> chats) {
    return collections
        .chat()
        .find(new Document("_id", new Document("$in", chats)))
        .projection(new Document(ChatDocument.LAST, 1))
        .into(new ArrayList<>());
  }

  private static void put(Map<UUID, Tail> tails, Document chat) {
    UUID id = chat.get("_id", UUID.class);
    tails.put(id, Tail.ofChat(id, chat.get(ChatDocument.LAST, Document.class)));
  }

  /** Asks the messages themselves. */
  void reread(UUID chat) {
    Document newest = Commands.run("find the newest message", () -> newestOf(chat));
    known.put(chat, newest == null ? Tail.start(chat) : Tail.ofMessage(newest));
  }

  private Document newestOf(UUID chat) {
    return collections
        .message()
        .find(new Document(MessageDocument.CHAT, chat))
        .sort(DESCENDING)
        .limit(1)
        .projection(new Document(PendingEvents.PENDING, 0))
        .first();
  }

  /** Forgets what may be wrong. */
  void forget(Set<UUID> chats) {
    known.invalidateAll(chats);
  }

  void remember(Tail tail) {
    known.put(tail.chat(), tail);
  }
}
