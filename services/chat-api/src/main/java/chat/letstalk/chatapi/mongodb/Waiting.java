package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.outbox.PendingEvent;
import java.util.List;
import org.bson.Document;

/**
 * A document with events that wait to be published.
 *
 * @param source where it is
 * @param id its id
 * @param place a message's place in its chat; null for everything else
 * @param due its place in the order of publication
 * @param events in their order; none when a relay was killed while it took them out
 */
record Waiting(Source source, Object id, Tail place, long due, List<PendingEvent> events) {

  /** Where events wait. */
  enum Source {
    /** With the message that they follow from. */
    MESSAGE,
    /** With the account whose change they follow from. */
    ACCOUNT,
    /** By themselves, one in each document. */
    OUTBOX
  }

  /**
   * One of the events: the name of an entry.
   *
   * @param source where its document is
   * @param id of its document
   * @param place a message's place in its chat; null for everything else
   * @param documentEvents how many events waited in its document
   */
  record Position(Source source, Object id, Tail place, String eventId, int documentEvents) {

    /** Finds its document, on one shard. */
    Document document() {
      return Waiting.document(id, place);
    }
  }

  static Waiting of(Source source, Document document) {
    return new Waiting(
        source,
        document.get("_id"),
        source == Source.MESSAGE ? Tail.ofMessage(document) : null,
        document.getLong(PendingEvents.DUE),
        PendingEvents.of(document));
  }

  Position position(PendingEvent event) {
    return new Position(source, id, place, event.eventId(), events.size());
  }

  /** Finds it, on one shard. */
  Document document() {
    return document(id, place);
  }

  private static Document document(Object id, Tail place) {
    Document document = new Document("_id", id);
    return place == null ? document : document.append(MessageDocument.CHAT, place.chat());
  }
}
