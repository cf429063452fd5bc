package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.message.Message;
import chat.letstalk.chatapi.message.Preview;
import chat.letstalk.chatapi.outbox.PendingEvent;
import chat.letstalk.chatapi.problem.StoreUnavailable;
import java.time.Clock;
import java.util.List;
import org.bson.Document;

/**
 * Writes previews to their messages, together with their events. That the first of a kind stays is
 * the update's own condition.
 */
final class AttachedPreviews {

  /** Each attempt in vain means that the relay or another preview was quicker. */
  private static final int MOST_ATTEMPTS = 10;

  private final Collections collections;
  private final Clock clock;

  AttachedPreviews(Collections collections, Clock clock) {
    this.collections = collections;
    this.clock = clock;
  }

  /** Whether it was written: false when there is one already. */
  boolean write(Message message, Preview preview, List<PendingEvent> events) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      if (writeWithPlace(message, preview, events) || writeBehind(message, preview, events)) {
        return true;
      }
      if (!isFree(message, preview)) {
        return false;
      }
    }
    throw new StoreUnavailable("attach a preview: the message changes all the time", null);
  }

  /** When the message's own events are gone, the document gets a new place in the order. */
  private boolean writeWithPlace(Message message, Preview preview, List<PendingEvent> events) {
    Document fields = new Document(MessageDocument.fieldOf(preview), MessageDocument.of(preview));
    if (!events.isEmpty()) {
      fields.append(PendingEvents.DUE, Tail.tickAt(clock.instant()));
    }
    return update(
        free(message, preview).append(PendingEvents.DUE, null),
        PendingEvents.pushedTo(new Document("$set", fields), events));
  }

  /** While they wait, it keeps its place, and the preview's come behind them. */
  private boolean writeBehind(Message message, Preview preview, List<PendingEvent> events) {
    Document fields = new Document(MessageDocument.fieldOf(preview), MessageDocument.of(preview));
    return update(
        free(message, preview).append(PendingEvents.DUE, new Document("$gt", 0L)),
        PendingEvents.pushedTo(new Document("$set", fields), events));
  }

  private boolean update(Document wanted, Document update) {
    return Commands.run("attach a preview", () -> collections.message().updateOne(wanted, update))
            .getMatchedCount()
        == 1;
  }

  private boolean isFree(Message message, Preview preview) {
    return Commands.run(
            "look for a message",
            () ->
                collections
                    .message()
                    .find(free(message, preview))
                    .projection(new Document(Tail.SEQ, 1))
                    .first())
        != null;
  }

  private static Document free(Message message, Preview preview) {
    return MongoMessageStore.one(message.chatId().value(), message.id().value())
        .append(MessageDocument.fieldOf(preview), null);
  }
}
