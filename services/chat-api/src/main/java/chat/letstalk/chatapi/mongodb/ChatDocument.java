package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.account.Account;
import chat.letstalk.chatapi.chat.Chat;
import chat.letstalk.chatapi.chat.ChatSummary;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.id.ChatId;
import chat.letstalk.chatapi.id.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/**
 * A chat as it is stored. {@code last} is its newest message's place ({@link Tail}), {@code read}
 * holds for each member how many messages of the others he has read.
 */
final class ChatDocument {

  /** The chat's newest message, copied here for lists. */
  static final String LAST = "last";

  /** Both members in one text, the smaller id first, so that a pair has one chat. */
  static final String PAIR = "pair";

  static final String MEMBERS = "members";

  private static final String READ = "read";
  private static final String CREATED = "created";

  private ChatDocument() {}

  static Document of(ChatId id, UUID first, UUID second, Instant now) {
    return new Document("_id", id.value())
        .append(PAIR, pairOf(first, second))
        .append(MEMBERS, List.of(first, second))
        .append(CREATED, now.toEpochMilli())
        .append(LAST, Tail.start(id.value()).toDocument())
        .append(READ, new Document());
  }

  static String pairOf(UUID first, UUID second) {
    return first + ":" + second;
  }

  static String markOf(AccountId member) {
    return READ + "." + member;
  }

  static Chat toChat(Document chat) {
    return new Chat(
        new ChatId(chat.get("_id", UUID.class)),
        chat.getList(MEMBERS, UUID.class).stream().map(AccountId::new).toList());
  }

  static AccountId other(Document chat, AccountId member) {
    return chat.getList(MEMBERS, UUID.class).stream()
        .map(AccountId::new)
        .filter(id -> !id.equals(member))
        .findFirst()
        .orElseThrow();
  }

  /** When its last message was sent, or without one when it began. */
  static long lastAt(Document chat) {
    Tail last = last(chat);
    return last.id() == null ? chat.getLong(CREATED) : last.at();
  }

  static ChatSummary toSummary(Document chat, AccountId member, Account other) {
    Tail last = last(chat);
    boolean empty = last.id() == null;
    return new ChatSummary(
        new ChatId(chat.get("_id", UUID.class)),
        other,
        unread(chat, member, last),
        empty ? null : new MessageId(last.id()),
        empty ? null : Instant.ofEpochMilli(last.at()));
  }

  /** The mark may be ahead of what the chat knows of its newest message, for a moment. */
  private static int unread(Document chat, AccountId member, Tail last) {
    Long read = chat.get(READ, Document.class).getLong(member.toString());
    long unread = last.sentToMember(member.value()) - (read == null ? 0 : read);
    return Math.toIntExact(Math.max(0, unread));
  }

  private static Tail last(Document chat) {
    return Tail.ofChat(chat.get("_id", UUID.class), chat.get(LAST, Document.class));
  }
}
