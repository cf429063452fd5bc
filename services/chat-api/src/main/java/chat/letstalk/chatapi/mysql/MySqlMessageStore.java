package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.message.Preview;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.store.DuplicateKey;
import chat.letstalk.chatapi.store.GroupCommit;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** Messages in MySQL. Those that are sent at the same time share a transaction. */
final class MySqlMessageStore implements MessageStore, AutoCloseable {

  private final Transactions transactions;
  private final GroupCommit<NewMessages.Entry, Message> additions;

  MySqlMessageStore(Transactions transactions) {
    this.transactions = transactions;
    this.additions = new GroupCommit<>("add messages", this::insert);
  }

  @Override
  public Message add(Message message, List<PendingEvent> events) {
    try {
      // Repeats are rare: the unique key finds them, and the usual message costs no look-up.
      return additions.add(new NewMessages.Entry(message, events));
    } catch (DuplicateKey e) {
      return repeated(message).orElseThrow(() -> e);
    }
  }

  private List<Message> insert(List<NewMessages.Entry> entries) {
    return transactions.run(
        "add messages",
        db -> {
          NewMessages.insert(db, entries);
          return entries.stream().map(NewMessages.Entry::message).toList();
        });
  }

  /** Ends the thread that writes. */
  @Override
  public void close() {
    additions.close();
  }

  private Optional<Message> repeated(Message message) {
    return transactions.read(
        "find a message by its client id",
        db ->
            db.createQuery(
                    "from MessageRow where senderId = :sender and clientMessageId = :clientId",
                    MessageRow.class)
                .setParameter("sender", message.sender().value())
                .setParameter("clientId", MessageRow.bytesOf(message.clientMessageId()))
                .getResultStream()
                .findFirst()
                .map(MessageRow::toMessage));
  }

  @Override
  public List<Message> page(ChatId chat, int page, int size) {
    return transactions.read(
        "read a page of a chat",
        db -> {
          ChatRow row = db.find(ChatRow.class, chat.value());
          long newest = row == null ? 0 : row.lastSeq - (long) page * size;
          return range(db, chat, newest - size + 1, newest);
        });
  }

  @Override
  public List<Message> before(ChatId chat, MessageId message, int size) {
    return transactions.read(
        "read a chat before a message",
        db ->
            seqOf(db, chat, message)
                .map(seq -> range(db, chat, seq - size, seq - 1))
                .orElse(List.of()));
  }

  @Override
  public List<Message> after(ChatId chat, MessageId message, int size) {
    return transactions.read(
        "read a chat after a message",
        db ->
            seqOf(db, chat, message)
                .map(seq -> range(db, chat, seq + 1, seq + size))
                .orElse(List.of()));
  }

  @Override
  public Optional<Message> find(ChatId chat, MessageId message) {
    return transactions.read(
        "find a message",
        db ->
            db.createQuery(
                    "from MessageRow where id = :id and key.chatId = :chat", MessageRow.class)
                .setParameter("id", message.value())
                .setParameter("chat", chat.value())
                .getResultStream()
                .findFirst()
                .map(MessageRow::toMessage));
  }

  @Override
  public boolean attach(Message message, Preview preview, List<PendingEvent> events) {
    return transactions.run(
        "attach a preview",
        db -> {
          boolean attached = AttachedPreviews.write(db, message, preview);
          if (attached) {
            OutboxRows.insert(db, events);
          }
          return attached;
        });
  }

  @Override
  public boolean contains(ChatId chat, MessageId message) {
    return transactions.read("look for a message", db -> seqOf(db, chat, message).isPresent());
  }

  private static List<Message> range(EntityManager db, ChatId chat, long from, long to) {
    if (to < 1) {
      return List.of();
    }
    return db.createQuery(
            "from MessageRow where key.chatId = :chat and key.seq between :from and :to"
                + " order by key.seq",
            MessageRow.class)
        .setParameter("chat", chat.value())
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .map(MessageRow::toMessage)
        .toList();
  }

  static Optional<Long> seqOf(EntityManager db, ChatId chat, MessageId message) {
    return db.createQuery(
            "select key.seq from MessageRow where id = :id and key.chatId = :chat", Long.class)
        .setParameter("id", message.value())
        .setParameter("chat", chat.value())
        .getResultStream()
        .findFirst();
  }
}
