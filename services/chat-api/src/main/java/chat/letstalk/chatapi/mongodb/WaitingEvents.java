package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.mongodb.Waiting.Source;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;

/** Reads what waits, wherever it is. */
final class WaitingEvents {

  /** Counting costs the engine something for each. */
  private static final int MOST_COUNTED = 100_000;

  private static final Document ASCENDING = new Document(PendingEvents.DUE, 1);

  private static final Document FIELDS =
      new Document(PendingEvents.PENDING, 1).append(PendingEvents.DUE, 1);

  private static final Document FIELDS_OF_MESSAGES =
      new Document(FIELDS)
          .append(MessageDocument.CHAT, 1)
          .append(MessageDocument.CREATED, 1)
          .append(Tail.SEQ, 1)
          .append(Tail.SENDER, 1)
          .append(Tail.SENT, 1)
          .append(Tail.TICK, 1);

  private final Collections collections;
  private final Horizon horizon = new Horizon();
  private final PublishedPlaces published = new PublishedPlaces();

  WaitingEvents(Collections collections) {
    this.collections = collections;
  }

  MongoCollection<Document> collection(Source source) {
    return switch (source) {
      case MESSAGE -> collections.message();
      case ACCOUNT -> collections.account();
      case OUTBOX -> collections.outbox();
    };
  }

  /**
   * The oldest documents of a source, in order.
   *
   * @param most of them
   */
  List<Waiting> oldest(Source source, int most) {
    return source == Source.MESSAGE ? oldestMessages(most) : read(source, 0, most);
  }

  private List<Waiting> oldestMessages(int most) {
    List<Waiting> met = read(Source.MESSAGE, horizon.start(), most);
    if (met.isEmpty()) {
      return met;
    }
    horizon.met(met.get(0).due());
    List<Waiting> inOrder = published.arePrecededBy(met) ? met : withoutOvertaking(met);
    published.nothingWaitsBefore(inOrder);
    return inOrder;
  }

  private List<Waiting> read(Source source, long after, int most) {
    return Commands.run(
        "read the outbox",
        () ->
            collection(source)
                .find(dueAfter(after))
                .sort(ASCENDING)
                .limit(most)
                .projection(source == Source.MESSAGE ? FIELDS_OF_MESSAGES : FIELDS)
                .map(document -> Waiting.of(source, document))
                .into(new ArrayList<>()));
  }

  private static Document dueAfter(long due) {
    return new Document(PendingEvents.DUE, new Document("$gt", due));
  }

  /** Messages have been published, with all their events. */
  void published(Collection<Tail> places) {
    published.published(places);
  }

  /**
   * Leaves out what overtook another message of its chat on its way here. A query looks at one
   * index entry after the other while messages come in: it may have passed a place before its
   * message came, and still meet the next message of the same chat. Whatever was stored before a
   * message that was met is there by now, so a second look finds what was passed over.
   */
  private List<Waiting> withoutOvertaking(List<Waiting> met) {
    Set<Object> known = met.stream().map(Waiting::id).collect(Collectors.toSet());
    Map<UUID, Long> passedOver = new HashMap<>();
    for (Document document : upTo(met.get(met.size() - 1).due())) {
      if (!known.contains(document.get("_id"))) {
        passedOver.merge(
            document.get(MessageDocument.CHAT, UUID.class),
            document.getLong(PendingEvents.DUE),
            Math::min);
      }
    }
    if (!passedOver.isEmpty()) {
      horizon.lookAtAll();
    }
    return met.stream()
        .filter(
            waiting ->
                waiting.due() < passedOver.getOrDefault(waiting.place().chat(), Long.MAX_VALUE))
        .toList();
  }

  private List<Document> upTo(long due) {
    Document range = new Document("$gt", 0L).append("$lte", due);
    return Commands.run(
        "look at the outbox again",
        () ->
            collections
                .message()
                .find(new Document(PendingEvents.DUE, range))
                .projection(new Document(MessageDocument.CHAT, 1).append(PendingEvents.DUE, 1))
                .into(new ArrayList<>()));
  }

  /** How many documents wait, up to a limit. */
  long count() {
    long count = 0;
    for (Source source : Source.values()) {
      count +=
          Commands.run(
              "measure the outbox",
              () ->
                  collection(source)
                      .countDocuments(dueAfter(0), new CountOptions().limit(MOST_COUNTED)));
    }
    return count;
  }
}
