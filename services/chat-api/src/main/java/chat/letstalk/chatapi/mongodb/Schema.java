package chat.letstalk.chatapi.mongodb;

import chat.letstalk.chatapi.problem.StoreUnavailable;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * The collections with their indexes, made at start where they are missing. Idempotent, and safe
 * with several replicas: the server knows an index that is asked for twice. Documents need no
 * migration: each version of the program reads what the one before it wrote, a field that is not
 * there being one that was not known then.
 */
final class Schema {

  /** The server's answer when another replica was quicker. */
  private static final int NAMESPACE_EXISTS = 48;

  private static final Map<String, List<IndexModel>> INDEXES = new LinkedHashMap<>();

  static {
    INDEXES.put(
        Collections.ACCOUNT,
        List.of(
            unique("identity", AccountDocument.TYPE, AccountDocument.EXTERNAL_ID),
            plain("sorted", AccountDocument.SORTED_BY),
            plain("due", PendingEvents.DUE)));
    INDEXES.put(
        Collections.CHAT,
        List.of(unique("pair", ChatDocument.PAIR), plain("members", ChatDocument.MEMBERS)));
    INDEXES.put(
        Collections.MESSAGE,
        List.of(
            unique("place", MessageDocument.CHAT, Tail.SEQ),
            unique("client_key", MessageDocument.CHAT, MessageDocument.CLIENT_KEY),
            plain("due", PendingEvents.DUE)));
    INDEXES.put(Collections.CLIENT_ID, List.of());
    INDEXES.put(Collections.OUTBOX, List.of(plain("due", PendingEvents.DUE)));
    INDEXES.put(Collections.BURIED, List.of());
    INDEXES.put(Collections.LEASE, List.of());
  }

  private final Collections collections;

  Schema(Collections collections) {
    this.collections = collections;
  }

  private static IndexModel unique(String name, String... fields) {
    return new IndexModel(keys(fields), new IndexOptions().name(name).unique(true));
  }

  private static IndexModel plain(String name, String... fields) {
    return new IndexModel(keys(fields), new IndexOptions().name(name));
  }

  private static Document keys(String... fields) {
    Document keys = new Document();
    for (String field : fields) {
      keys.append(field, 1);
    }
    return keys;
  }

  /** Makes what is missing. */
  void prepare() {
    Set<String> existing =
        collections.database().listCollectionNames().into(new ArrayList<>()).stream()
            .collect(Collectors.toSet());
    INDEXES.forEach(
        (name, indexes) -> {
          if (!existing.contains(name)) {
            create(name);
          }
          index(collections.database().getCollection(name), indexes);
        });
  }

  private void create(String name) {
    try {
      collections.database().createCollection(name);
    } catch (MongoCommandException e) {
      if (e.getCode() != NAMESPACE_EXISTS) {
        throw e;
      }
    }
  }

  /** Only what is missing: CosmosDB takes a unique index only while a collection is empty. */
  private static void index(MongoCollection<Document> collection, List<IndexModel> indexes) {
    Set<Object> existing =
        collection.listIndexes().into(new ArrayList<>()).stream()
            .map(index -> index.get("name"))
            .collect(Collectors.toSet());
    List<IndexModel> missing =
        indexes.stream().filter(index -> !existing.contains(index.getOptions().getName())).toList();
    if (!missing.isEmpty()) {
      try {
        collection.createIndexes(missing);
      } catch (MongoException e) {
        throw new StoreUnavailable(
            ("The indexes of the collection %s cannot be made: %s. CosmosDB makes unique indexes only"
                    + " in an empty collection; elsewhere look for documents with the same key")
                .formatted(collection.getNamespace(), e.getMessage()),
            e);
      }
    }
  }
}
