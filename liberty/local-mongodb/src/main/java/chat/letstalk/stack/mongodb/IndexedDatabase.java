package chat.letstalk.stack.mongodb;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database that uses its indexes. Left alone, the stand-in ignores those that are not unique, and
 * uses the others only for queries about nothing else than their fields; for all the rest it looks
 * at every document. Here the first field of each index narrows a query down, and the second one
 * says in which order.
 */
final class IndexedDatabase extends H2Database {

  private final MVStore file;

  /** Those that the file had. */
  private final List<IndexedCollection> opened = new ArrayList<>();

  IndexedDatabase(String name, MVStore file, CursorRegistry cursors) {
    super(name, file, cursors);
    this.file = file;
    super.initializeNamespacesAndIndexes();
    opened.forEach(IndexedCollection::fill);
  }

  /** Not yet: the class above asks for it before there is a file here. */
  @Override
  protected void initializeNamespacesAndIndexes() {}

  /** Under the names of the class above. */
  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collection, CollectionOptions options) {
    String name = getFullCollectionNamespace(collection);
    IndexedCollection documents =
        new IndexedCollection(
            this,
            collection,
            options,
            file.openMap("databases." + name, ofValues()),
            file.openMap("meta." + name),
            cursorRegistry);
    if (!documents.isEmpty()) {
      opened.add(documents);
    }
    return documents;
  }

  /**
   * An aggregation that begins by matching looks up what matches. Left alone, it would load the
   * whole collection first.
   *
   * @return nothing when it begins otherwise
   */
  Optional<Document> aggregate(Document query, DatabaseResolver databases) {
    MongoCollection<Object> documents = resolveCollection(query.get("aggregate").toString(), false);
    List<Document> stages =
        documents == null ? List.of() : Aggregation.parse(query.get("pipeline"));
    if (stages.isEmpty() || !(stages.get(0).get("$match") instanceof Document wanted)) {
      return Optional.empty();
    }
    Aggregation aggregation =
        Aggregation.fromPipeline(stages, databases, this, documents, NoopOplog.get());
    aggregation.validate(query);
    List<Document> result =
        aggregation.runStages(documents.handleQueryAsStream(new Document("query", wanted)));
    Document cursor = new Document("id", 0L).append("ns", documents.getFullName());
    return Optional.of(
        new Document("cursor", cursor.append("firstBatch", result)).append("ok", 1.0));
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    addOrder(resolveCollection(collection, true), name, keys);
    return new FieldIndex(name, keys.get(0).getKey());
  }

  /** A document is found by its id without more. */
  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    if (!keys.get(0).getKey().equals(ID_FIELD)) {
      MongoCollection<Object> documents = resolveCollection(collection, true);
      documents.addIndex(new FieldIndex(narrowing(keys), keys.get(0).getKey()));
      addOrder(documents, name, keys);
    }
    file.openMap(getFullCollectionNamespace(collection) + "._index_" + name, ofKeys());
    return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
  }

  private static MVMap.Builder<Object, Document> ofValues() {
    return new MVMap.Builder<Object, Document>()
        .keyType(new BsonValueType())
        .valueType(new BsonValueType());
  }

  /** Whoever opens the map again gets the same one: the class above need not know of its types. */
  private static MVMap.Builder<KeyValue, Object> ofKeys() {
    return new MVMap.Builder<KeyValue, Object>()
        .keyType(new IndexKeyType())
        .valueType(new BsonValueType());
  }

  private static void addOrder(
      MongoCollection<Object> documents, String name, List<IndexKey> keys) {
    if (keys.size() > 1) {
      documents.addIndex(
          new OrderedIndex(ordering(name), keys.get(0).getKey(), keys.get(1).getKey()));
    }
  }

  /** Unique indexes with the same first field have one beside them. */
  private static String narrowing(List<IndexKey> keys) {
    return "narrowed by " + keys.get(0).getKey();
  }

  private static String ordering(String index) {
    return "order of " + index;
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    List<Index<Object>> all = List.copyOf(collection.getIndexes());
    super.dropIndex(collection, name);
    Stream<String> narrowing =
        all.stream()
            .filter(index -> index.getName().equals(name) && index.isUnique())
            .map(index -> narrowing(index.getKeys()));
    Stream.concat(narrowing, Stream.of(ordering(name)))
        .filter(beside -> all.stream().anyMatch(index -> index.getName().equals(beside)))
        .forEach(collection::dropIndex);
  }
}
