package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.mongodb.Waiting.Position;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/** Takes published events out of the documents in which they waited. */
final class Removals {

  static final Document WITHOUT_PLACE =
      new Document("$unset", new Document(PendingEvents.PENDING, "").append(PendingEvents.DUE, ""));

  private final MongoCollection<Document> collection;

  Removals(MongoCollection<Document> collection) {
    this.collection = collection;
  }

  /** Events of one document. */
  private record Published(List<Position> events) {

    Document document() {
      return events.get(0).document();
    }

    /** A message's place in its chat; null for everything else. */
    Tail place() {
      return events.get(0).place();
    }

    boolean areAll() {
      return events.size() == events.get(0).documentEvents();
    }

    List<String> ids() {
      return events.stream().map(Position::eventId).toList();
    }
  }

  /**
   * A document has no place in the order any more when nothing is left in it.
   *
   * @return the places of the messages all of whose events these are
   */
  List<Tail> takeOut(Collection<Position> positions) {
    var documents =
        positions.stream().collect(Collectors.groupingBy(Position::document)).values().stream()
            .map(Published::new)
            .collect(Collectors.partitioningBy(Published::areAll));
    List<Published> inTwoSteps = new ArrayList<>(documents.get(false));
    if (!takeOutAll(documents.get(true))) {
      inTwoSteps.addAll(documents.get(true));
    }
    write(inTwoSteps.stream().flatMap(Removals::inTwoSteps).toList());
    return documents.get(true).stream().map(Published::place).filter(Objects::nonNull).toList();
  }

  /** False when there is more in one of them by now, or less: a preview came, or another relay. */
  private boolean takeOutAll(List<Published> documents) {
    return write(documents.stream().map(Removals::inOneStep).toList()) == documents.size();
  }

  private int write(List<WriteModel<Document>> updates) {
    return updates.isEmpty() ? 0 : collection.bulkWrite(updates).getMatchedCount();
  }

  private static WriteModel<Document> inOneStep(Published published) {
    Document these =
        published
            .document()
            .append(
                PendingEvents.PENDING + "." + PendingEvents.ID,
                new Document("$all", published.ids()))
            .append(PendingEvents.PENDING, new Document("$size", published.ids().size()));
    return new UpdateOneModel<>(these, WITHOUT_PLACE);
  }

  private static Stream<WriteModel<Document>> inTwoSteps(Published published) {
    Document those = new Document(PendingEvents.ID, new Document("$in", published.ids()));
    return Stream.of(
        new UpdateOneModel<>(
            published.document(),
            new Document("$pull", new Document(PendingEvents.PENDING, those))),
        new UpdateOneModel<>(whenEmpty(published.document()), WITHOUT_PLACE));
  }

  /** Another event may have come meanwhile. */
  static Document whenEmpty(Document document) {
    return new Document(document).append(PendingEvents.PENDING, new Document("$size", 0));
  }
}
