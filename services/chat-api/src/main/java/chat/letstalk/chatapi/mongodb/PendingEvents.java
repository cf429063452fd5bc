package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.outbox.PendingEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Events inside the document that they follow from. {@link #DUE} is there while any is, and gives
 * the document its place in the order of publication; an index finds what waits by it.
 */
final class PendingEvents {

  static final String PENDING = "pending";
  static final String DUE = "due";
  static final String ID = "id";

  private PendingEvents() {}

  /** The array of a document. */
  static List<Document> documents(List<PendingEvent> events) {
    return events.stream().map(PendingEvents::document).toList();
  }

  static Document document(PendingEvent event) {
    return new Document(ID, event.eventId())
        .append("channel", event.channel())
        .append("key", event.key())
        .append("body", event.body())
        .append("headers", new Document(Map.copyOf(event.headers())));
  }

  /** What waits in a document, in its order. */
  static List<PendingEvent> of(Document owner) {
    return owner.getList(PENDING, Document.class, List.of()).stream()
        .map(PendingEvents::event)
        .toList();
  }

  private static PendingEvent event(Document event) {
    return new PendingEvent(
        event.getString(ID),
        event.getString("channel"),
        event.getString("key"),
        event.getString("body"),
        event.get("headers", Document.class).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> (String) header.getValue())));
  }

  /** Adds events to what waits in a document, behind it. */
  static Document pushedTo(Document update, List<PendingEvent> events) {
    return events.isEmpty()
        ? update
        : update.append("$push", new Document(PENDING, new Document("$each", documents(events))));
  }
}
