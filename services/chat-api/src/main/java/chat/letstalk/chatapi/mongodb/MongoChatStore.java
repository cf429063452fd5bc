package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.chat.ChatSummary;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.store.DuplicateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;

/** Chats, members and read marks in MongoDB: one document for each chat. */
final class MongoChatStore implements ChatStore {

  private final Collections collections;

  MongoChatStore(Collections collections) {
    this.collections = collections;
  }

  @Override
  public ChatId getOrCreate(ChatId candidate, AccountId one, AccountId other, Instant now) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("A chat takes two");
    }
    boolean inOrder = one.value().compareTo(other.value()) < 0;
    UUID first = (inOrder ? one : other).value();
    UUID second = (inOrder ? other : one).value();
    return ofPair(first, second)
        .orElseGet(
            () -> {
              try {
                return insert(ChatDocument.of(candidate, first, second, now));
              } catch (DuplicateKey e) { // the other was quicker
                return ofPair(first, second).orElseThrow(() -> e);
              }
            });
  }

  private Optional<ChatId> ofPair(UUID first, UUID second) {
    Document pair = new Document(ChatDocument.PAIR, ChatDocument.pairOf(first, second));
    return Optional.ofNullable(
            Commands.run("find a chat by its members", () -> collections.chat().find(pair).first()))
        .map(found -> new ChatId(found.get("_id", UUID.class)));
  }

  private ChatId insert(Document chat) {
    Commands.run("create a chat", () -> collections.chat().insertOne(chat));
    return new ChatId(chat.get("_id", UUID.class));
  }

  @Override
  public Optional<Chat> ofMember(ChatId chat, AccountId account) {
    Document wanted = new Document("_id", chat.value());
    return Optional.ofNullable(
            Commands.run("find a chat", () -> collections.chat().find(wanted).first()))
        .map(ChatDocument::toChat)
        .filter(found -> found.members().contains(account));
  }

  /** Nothing is counted: how much is unread is the difference of two numbers in the document. */
  @Override
  public List<ChatSummary> listOf(AccountId account) {
    List<Document> chats = chatsOf(account);
    Map<AccountId, Account> others = othersIn(chats, account);
    return chats.stream()
        .sorted(
            Comparator.comparingLong(ChatDocument::lastAt)
                .thenComparing(chat -> chat.get("_id", UUID.class).toString())
                .reversed())
        .filter(chat -> others.containsKey(ChatDocument.other(chat, account)))
        .map(
            chat ->
                ChatDocument.toSummary(
                    chat, account, others.get(ChatDocument.other(chat, account))))
        .toList();
  }

  private List<Document> chatsOf(AccountId account) {
    Document wanted = new Document(ChatDocument.MEMBERS, account.value());
    return Commands.run(
        "list the chats of an account",
        () -> collections.chat().find(wanted).into(new ArrayList<>()));
  }

  private Map<AccountId, Account> othersIn(List<Document> chats, AccountId account) {
    Set<UUID> ids =
        chats.stream()
            .map(chat -> ChatDocument.other(chat, account).value())
            .collect(Collectors.toSet());
    Document wanted = new Document("_id", new Document("$in", ids));
    return Commands.run(
            "list the members of chats",
            () ->
                collections
                    .account()
                    .find(wanted)
                    .map(AccountDocument::toAccount)
                    .into(new ArrayList<>()))
        .stream()
        .collect(Collectors.toMap(Account::id, Function.identity()));
  }

  @Override
  public boolean markRead(ChatId chat, AccountId account, MessageId upTo) {
    Document wanted = MongoMessageStore.one(chat.value(), upTo.value());
    Document message =
        Commands.run(
            "find a message",
            () ->
                collections
                    .message()
                    .find(wanted)
                    .projection(new Document(PendingEvents.PENDING, 0))
                    .first());
    return message != null && moveMark(chat, account, Tail.ofMessage(message));
  }

  /** Both numbers only grow with the place, so the larger ones belong together. */
  private boolean moveMark(ChatId chat, AccountId account, Tail place) {
    String mark = ChatDocument.markOf(account);
    Document wanted =
        new Document("_id", chat.value()).append(ChatDocument.MEMBERS, account.value());
    Document furthest = new Document(mark, place.sentToMember(account.value()));
    return Commands.run(
                "mark a chat as read",
                () -> collections.chat().updateOne(wanted, new Document("$max", furthest)))
            .getMatchedCount()
        == 1;
  }
}
