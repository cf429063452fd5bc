package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.outbox.PendingEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores new messages with their events. The rows of their chats are locked until the commit, which
 * gives the messages of a chat dense places and their events the same order in the outbox.
 */
final class NewMessages {

  /** A message and what follows from it. */
  record Entry(Message message, List<PendingEvent> events) {}

  private NewMessages() {}

  static void insert(EntityManager db, List<Entry> entries) {
    Map<UUID, ChatRow> chats = locked(db, entries);
    for (Entry entry : entries) {
      ChatRow chat = chats.get(entry.message().chatId().value());
      chat.lastSeq++;
      chat.lastMessageId = entry.message().id().value();
      chat.lastMessageAt = entry.message().created().toEpochMilli();
      db.persist(MessageRow.of(entry.message(), chat.lastSeq));
    }
    OutboxRows.insert(db, entries.stream().flatMap(entry -> entry.events().stream()).toList());
  }

  /** In the order of the ids, so that two transactions do not wait for each other in a circle. */
  private static Map<UUID, ChatRow> locked(EntityManager db, List<Entry> entries) {
    List<UUID> ids =
        entries.stream().map(entry -> entry.message().chatId().value()).distinct().toList();
    return db.createQuery("from ChatRow where id in :ids order by id", ChatRow.class)
        .setParameter("ids", ids)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .collect(Collectors.toMap(chat -> chat.id, Function.identity()));
  }
}
