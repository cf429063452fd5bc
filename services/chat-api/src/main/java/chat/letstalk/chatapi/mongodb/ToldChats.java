package chat.letstalk.chatapi.mongodb;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/**
 * Tells chats of their newest messages, for their lists, and remembers what it told them: the relay
 * tells again what a killed sender may have left untold, which is seldom what this replica sent.
 * Thread-safe.
 */
final class ToldChats {

  /** About 100 bytes each. */
  private static final long MOST_REMEMBERED = 50_000;

  private final Collections collections;
  private final Cache<UUID, Long> told = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

  ToldChats(Collections collections) {
    this.collections = collections;
  }

  /**
   * Tells chats of places in them. One that knows a newer one stays as it is, so the order of calls
   * does not matter, nor how often it is done.
   */
  void tell(Collection<Tail> places) {
    Map<UUID, Tail> newest = new HashMap<>();
    places.forEach(place -> newest.merge(place.chat(), place, ToldChats::newer));
    newest.values().removeIf(this::isTold);
    if (!newest.isEmpty()) {
      List<WriteModel<Document>> updates = new ArrayList<>();
      newest.values().forEach(place -> updates.add(update(place)));
      collections.chat().bulkWrite(updates, new BulkWriteOptions().ordered(false));
      newest.values().forEach(place -> told.asMap().merge(place.chat(), place.seq(), Math::max));
    }
  }

  private static Tail newer(Tail one, Tail other) {
    return one.seq() < other.seq() ? other : one;
  }

  private boolean isTold(Tail place) {
    Long seq = told.getIfPresent(place.chat());
    return seq != null && seq >= place.seq();
  }

  private static UpdateOneModel<Document> update(Tail place) {
    return new UpdateOneModel<>(
        new Document("_id", place.chat())
            .append(ChatDocument.LAST + "." + Tail.SEQ, new Document("$lt", place.seq())),
        new Document("$set", new Document(ChatDocument.LAST, place.toDocument())));
  }
}
