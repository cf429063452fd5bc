package chat.letstalk.chatapi.mysql;

import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.chat.ChatStore;
import chat.letstalk.chatapi.chat.ChatSummary;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import chat.letstalk.chatapi.store.DuplicateKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Chats, members and read marks in MySQL. */
final class MySqlChatStore implements ChatStore {

  private final Transactions transactions;

  MySqlChatStore(Transactions transactions) {
    this.transactions = transactions;
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
                return transactions.run(
                    "create a chat", db -> insert(db, candidate, first, second, now));
              } catch (DuplicateKey e) { // the other was quicker
                return ofPair(first, second).orElseThrow(() -> e);
              }
            });
  }

  private Optional<ChatId> ofPair(UUID first, UUID second) {
    return transactions.read(
        "find a chat by its members",
        db ->
            db.createQuery(
                    "select id from ChatRow where firstAccount = :first and secondAccount = :second",
                    UUID.class)
                .setParameter("first", first)
                .setParameter("second", second)
                .getResultStream()
                .findFirst()
                .map(ChatId::new));
  }

  private static ChatId insert(
      EntityManager db, ChatId chat, UUID first, UUID second, Instant now) {
    ChatRow row = new ChatRow();
    row.id = chat.value();
    row.firstAccount = first;
    row.secondAccount = second;
    row.created = now.toEpochMilli();
    db.persist(row);
    db.persist(member(chat, first, second));
    db.persist(member(chat, second, first));
    return chat;
  }

  private static MemberRow member(ChatId chat, UUID account, UUID other) {
    MemberRow row = new MemberRow();
    row.key = new MemberRow.Key(account, chat.value());
    row.otherId = other;
    return row;
  }

  @Override
  public Optional<Chat> ofMember(ChatId chat, AccountId account) {
    return transactions.read(
        "find a chat",
        db ->
            Optional.ofNullable(db.find(ChatRow.class, chat.value()))
                .map(ChatRow::toChat)
                .filter(found -> found.members().contains(account)));
  }

  @Override
  public List<ChatSummary> listOf(AccountId account) {
    return transactions.read(
        "list the chats of an account",
        db ->
            db.createQuery(
                    """
                    select c as chat, a as other, (
                        select count(case when m.senderId <> :account then 1 end)
                        from MessageRow m
                        where m.key.chatId = c.id and m.key.seq > mine.readSeq) as unread
                    from MemberRow mine
                    join ChatRow c on c.id = mine.key.chatId
                    join AccountRow a on a.id = mine.otherId
                    where mine.key.accountId = :account
                    order by coalesce(c.lastMessageAt, c.created) desc, c.id desc
                    """,
                    Tuple.class)
                .setParameter("account", account.value())
                .getResultStream()
                .map(MySqlChatStore::summaryOf)
                .toList());
  }

  private static ChatSummary summaryOf(Tuple row) {
    ChatRow chat = row.get("chat", ChatRow.class);
    boolean empty = chat.lastMessageId == null;
    return new ChatSummary(
        new ChatId(chat.id),
        row.get("other", AccountRow.class).toAccount(),
        Math.toIntExact(row.get("unread", Long.class)),
        empty ? null : new MessageId(chat.lastMessageId),
        empty ? null : Instant.ofEpochMilli(chat.lastMessageAt));
  }

  private record Mark(Long at, Long wanted) {}

  @Override
  public boolean markRead(ChatId chat, AccountId account, MessageId upTo) {
    Optional<Mark> mark = transactions.read("find a mark", db -> markOf(db, chat, account, upTo));
    mark.filter(found -> found.at() < found.wanted())
        .ifPresent(found -> moveMark(chat, account, found.wanted()));
    return mark.isPresent();
  }

  /** Most marks repeat an earlier one, so this look is all that they cost. */
  private static Optional<Mark> markOf(
      EntityManager db, ChatId chat, AccountId account, MessageId upTo) {
    return db.createQuery(
            """
            select member.readSeq, message.key.seq from MemberRow member
            join MessageRow message on message.key.chatId = member.key.chatId
            where message.id = :message
              and member.key.accountId = :account and member.key.chatId = :chat
            """,
            Mark.class)
        .setParameter("message", upTo.value())
        .setParameter("account", account.value())
        .setParameter("chat", chat.value())
        .getResultStream()
        .findFirst();
  }

  /** The condition is the database's to keep: others may have moved the mark meanwhile. */
  private void moveMark(ChatId chat, AccountId account, long seq) {
    transactions.run(
        "mark a chat as read",
        db ->
            db.createQuery(
                    """
                    update MemberRow set readSeq = :seq
                    where key.accountId = :account and key.chatId = :chat and readSeq < :seq
                    """)
                .setParameter("seq", seq)
                .setParameter("account", account.value())
                .setParameter("chat", chat.value())
                .executeUpdate());
  }
}
