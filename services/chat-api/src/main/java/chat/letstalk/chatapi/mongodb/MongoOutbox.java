package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.mongodb.Waiting.Position;
import chat.letstalk.chatapi.mongodb.Waiting.Source;
import chat.letstalk.chatapi.outbox.Outbox;
import chat.letstalk.chatapi.outbox.PendingEvent;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * The outbox in MongoDB: events wait inside the documents that they follow from, or in one of their
 * own. Each has a place in time; within a chat places ascend with the messages, so reading by them
 * keeps the chat's order. Two steps that are not one transaction leave an event there to be
 * published again, never less.
 */
final class MongoOutbox implements Outbox {

  private static final int LONGEST_REASON = 500;

  private final Collections collections;
  private final ToldChats toldChats;
  private final WaitingEvents waiting;
  private final Clock clock;
  private final AtomicLong lastTick = new AtomicLong();

  MongoOutbox(Collections collections, ToldChats toldChats, Clock clock) {
    this.collections = collections;
    this.toldChats = toldChats;
    this.waiting = new WaitingEvents(collections);
    this.clock = clock;
  }

  @Override
  public void add(List<PendingEvent> events) {
    List<Document> documents = events.stream().map(this::alone).toList();
    Commands.once("add to the outbox", () -> collections.outbox().insertMany(documents));
  }

  private Document alone(PendingEvent event) {
    long now = Tail.tickAt(clock.instant());
    return new Document("_id", UUID.randomUUID())
        .append(PendingEvents.PENDING, PendingEvents.documents(List.of(event)))
        .append(PendingEvents.DUE, lastTick.updateAndGet(last -> Math.max(last + 1, now)));
  }

  @Override
  public List<Entry> oldest(int most) {
    List<Waiting> documents =
        Stream.of(Source.values())
            .flatMap(source -> waiting.oldest(source, most).stream())
            .sorted(Comparator.comparingLong(Waiting::due))
            .toList();
    takeOut(documents.stream().filter(document -> document.events().isEmpty()).toList());
    return documents.stream()
        .flatMap(
            document ->
                document.events().stream().map(event -> new Entry(document.position(event), event)))
        .limit(most)
        .toList();
  }

  /** What a relay left behind that was killed between its two steps. */
  private void takeOut(List<Waiting> empty) {
    empty.forEach(
        document ->
            Commands.run(
                "tidy the outbox",
                () ->
                    waiting
                        .collection(document.source())
                        .updateOne(
                            Removals.whenEmpty(document.document()), Removals.WITHOUT_PLACE)));
  }

  @Override
  public void remove(Collection<?> positions) {
    Map<Source, List<Position>> bySource =
        positions.stream()
            .map(Position.class::cast)
            .collect(Collectors.groupingBy(Position::source));
    bySource.forEach(this::remove);
  }

  private void remove(Source source, List<Position> positions) {
    if (source == Source.OUTBOX) {
      List<Object> ids = positions.stream().map(Position::id).toList();
      Document all = new Document("_id", new Document("$in", ids));
      Commands.run("remove from the outbox", () -> collections.outbox().deleteMany(all));
      return;
    }
    // A sender that was killed right after the message has not told the chat. Once the events are
    // gone nobody looks at the message again, so this is the moment.
    List<Tail> places = positions.stream().map(Position::place).filter(Objects::nonNull).toList();
    waiting.published(
        Commands.once(
            "remove from the outbox",
            () -> {
              toldChats.tell(places);
              return new Removals(waiting.collection(source)).takeOut(positions);
            }));
  }

  @Override
  public void bury(Object position, String reason) {
    Position grave = (Position) position;
    Document owner =
        Commands.run(
            "find an event",
            () -> waiting.collection(grave.source()).find(grave.document()).first());
    if (owner != null) {
      PendingEvents.of(owner).stream()
          .filter(event -> event.eventId().equals(grave.eventId()))
          .forEach(event -> keep(grave, event, reason));
    }
    remove(List.of(position));
  }

  private void keep(Position grave, PendingEvent event, String reason) {
    String id = grave.source() + ":" + grave.id() + ":" + grave.eventId();
    Document buried =
        PendingEvents.document(event)
            .append("reason", reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
            .append("buried", clock.millis());
    Commands.run(
        "bury an event",
        () ->
            collections
                .buried()
                .replaceOne(new Document("_id", id), buried, new ReplaceOptions().upsert(true)));
  }

  @Override
  public long waiting() {
    return waiting.count();
  }
}
