package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.message.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bson.Document;

/**
 * A message's place in its chat, with all that the next message must know of it.
 *
 * @param chat the chat
 * @param seq 1 for the first message; 0 for the place before it
 * @param id the message; null for the place before the first
 * @param at when it was sent, unix milliseconds
 * @param sender who sent it
 * @param sent how many messages of the chat are its sender's, itself included
 * @param tick its place in the order of publication: microseconds, ascending within a chat whatever
 *     the clocks of the replicas say
 */
record Tail(UUID chat, long seq, UUID id, long at, UUID sender, long sent, long tick) {

  static final String SEQ = "seq";
  static final String SENDER = "sender";
  static final String SENT = "sent";
  static final String TICK = "tick";

  /** The place before the first message. */
  static Tail start(UUID chat) {
    return new Tail(chat, 0, null, 0, null, 0, 0);
  }

  /** The place of a message's document. */
  static Tail ofMessage(Document message) {
    return new Tail(
        message.get(MessageDocument.CHAT, UUID.class),
        message.getLong(SEQ),
        message.get("_id", UUID.class),
        message.getLong(MessageDocument.CREATED),
        message.get(SENDER, UUID.class),
        message.getLong(SENT),
        message.getLong(TICK));
  }

  /** The place that a chat's document remembers. */
  static Tail ofChat(UUID chat, Document last) {
    return last.getLong(SEQ) == 0
        ? start(chat)
        : new Tail(
            chat,
            last.getLong(SEQ),
            last.get("id", UUID.class),
            last.getLong("at"),
            last.get(SENDER, UUID.class),
            last.getLong(SENT),
            last.getLong(TICK));
  }

  /** As {@link #ofChat} reads it. */
  Document toDocument() {
    Document last = new Document(SEQ, seq);
    return id == null
        ? last
        : last.append("id", id)
            .append("at", at)
            .append(SENDER, sender)
            .append(SENT, sent)
            .append(TICK, tick);
  }

  /** The place right after this one. */
  Tail next(Message message, Instant now) {
    UUID by = message.sender().value();
    return new Tail(
        chat,
        seq + 1,
        message.id().value(),
        message.created().toEpochMilli(),
        by,
        sentBy(by) + 1,
        Math.max(tickAt(now), tick + 1));
  }

  static long tickAt(Instant now) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, now);
  }

  /** How many messages up to this place are somebody's; a chat has two members. */
  private long sentBy(UUID member) {
    return member.equals(sender) ? sent : seq - sent;
  }

  /** How many messages up to this place are not a member's own. */
  long sentToMember(UUID member) {
    return seq - sentBy(member);
  }
}
