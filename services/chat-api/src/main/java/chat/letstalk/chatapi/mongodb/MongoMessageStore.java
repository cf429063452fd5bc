package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.message.MessageStore;
import chat.letstalk.chatapi.message.Preview;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.store.GroupCommit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;

/** Messages in MongoDB. Those that are sent at the same time share their round trips. */
final class MongoMessageStore implements MessageStore, AutoCloseable {

  private static final int ASCENDING = 1;
  private static final int DESCENDING = -1;

  /** Readers of messages do not need what only the relay does. */
  private static final Document WITHOUT_EVENTS = new Document(PendingEvents.PENDING, 0);

  private final Collections collections;
  private final NewMessages newMessages;
  private final AttachedPreviews previews;
  private final GroupCommit<NewMessages.Entry, Message> additions;

  MongoMessageStore(Collections collections, ToldChats toldChats, Clock clock) {
    this.collections = collections;
    this.newMessages = new NewMessages(collections, toldChats, clock);
    this.previews = new AttachedPreviews(collections, clock);
    this.additions =
        new GroupCommit<>(
            "add messages",
            entries -> Commands.once("add messages", () -> newMessages.insert(entries)));
  }

  @Override
  public Message add(Message message, List<PendingEvent> events) {
    return additions.add(new NewMessages.Entry(message, events));
  }

  /** Ends the thread that writes. */
  @Override
  public void close() {
    additions.close();
  }

  /** By places, which have no holes: every page costs the same. */
  @Override
  public List<Message> page(ChatId chat, int page, int size) {
    if (page == 0) {
      return list("read the newest messages", of(chat), DESCENDING, size);
    }
    long newest = newestSeq(chat) - (long) page * size;
    Document range = new Document("$gt", newest - size).append("$lte", newest);
    return newest < 1
        ? List.of()
        : list("read a page of a chat", of(chat).append(Tail.SEQ, range), ASCENDING, size);
  }

  private long newestSeq(ChatId chat) {
    Document newest =
        Commands.run(
            "find the newest message",
            () ->
                collections
                    .message()
                    .find(of(chat))
                    .sort(inOrder(DESCENDING))
                    .limit(1)
                    .projection(new Document(Tail.SEQ, 1))
                    .first());
    return newest == null ? 0 : newest.getLong(Tail.SEQ);
  }

  @Override
  public List<Message> before(ChatId chat, MessageId message, int size) {
    return beside("read a chat before a message", chat, message, "$lt", DESCENDING, size);
  }

  @Override
  public List<Message> after(ChatId chat, MessageId message, int size) {
    return beside("read a chat after a message", chat, message, "$gt", ASCENDING, size);
  }

  private List<Message> beside(
      String what, ChatId chat, MessageId message, String operator, int direction, int size) {
    return seqOf(chat, message)
        .map(seq -> of(chat).append(Tail.SEQ, new Document(operator, seq)))
        .map(range -> list(what, range, direction, size))
        .orElse(List.of());
  }

  private Optional<Long> seqOf(ChatId chat, MessageId message) {
    return Optional.ofNullable(
            Commands.run(
                "look for a message",
                () ->
                    collections
                        .message()
                        .find(one(chat, message))
                        .projection(new Document(Tail.SEQ, 1))
                        .first()))
        .map(found -> found.getLong(Tail.SEQ));
  }

  private List<Message> list(String what, Document wanted, int direction, int size) {
    List<Message> messages =
        Commands.run(
            what,
            () ->
                collections
                    .message()
                    .find(wanted)
                    .sort(inOrder(direction))
                    .limit(size)
                    .projection(WITHOUT_EVENTS)
                    .map(MessageDocument::toMessage)
                    .into(new ArrayList<>()));
    if (direction == DESCENDING) {
      java.util.Collections.reverse(messages);
    }
    return List.copyOf(messages);
  }

  /** By all keys of the index: CosmosDB finds no shorter one in it. */
  private static Document inOrder(int direction) {
    return new Document(MessageDocument.CHAT, direction).append(Tail.SEQ, direction);
  }

  @Override
  public Optional<Message> find(ChatId chat, MessageId message) {
    return Optional.ofNullable(
            Commands.run(
                "find a message",
                () ->
                    collections
                        .message()
                        .find(one(chat, message))
                        .projection(WITHOUT_EVENTS)
                        .first()))
        .map(MessageDocument::toMessage);
  }

  @Override
  public boolean attach(Message message, Preview preview, List<PendingEvent> events) {
    return previews.write(message, preview, events);
  }

  @Override
  public boolean contains(ChatId chat, MessageId message) {
    return seqOf(chat, message).isPresent();
  }

  private static Document of(ChatId chat) {
    return new Document(MessageDocument.CHAT, chat.value());
  }

  /** With the chat, so that one shard is asked. */
  private static Document one(ChatId chat, MessageId message) {
    return one(chat.value(), message.value());
  }

  static Document one(UUID chat, UUID message) {
    return new Document("_id", message).append(MessageDocument.CHAT, chat);
  }
}
