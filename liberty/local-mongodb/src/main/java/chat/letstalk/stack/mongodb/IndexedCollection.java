package chat.letstalk.stack.mongodb;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/**
 * A collection that looks at no more documents than it must. Left alone, the stand-in takes the
 * first index that narrows a query down, and then loads and sorts all that it leaves.
 */
final class IndexedCollection extends H2Collection {

  /** Do not know yet what was there before them. */
  private final List<MemoryIndex> unfilled = new ArrayList<>();

  /** Until all indexes of a collection in the file are named. */
  private boolean opening = !isEmpty();

  IndexedCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents,
      MVMap<String, Object> sizes,
      CursorRegistry cursors) {
    super(database, name, options, documents, sizes, cursors);
  }

  @Override
  public void addIndex(Index<Object> index) {
    if (!(index instanceof MemoryIndex inMemory)) {
      super.addIndex(index);
    } else if (indexes().noneMatch(known -> known.getName().equals(index.getName()))) {
      getIndexes().add(inMemory);
      unfilled.add(inMemory);
      if (!opening) {
        fill();
      }
    }
  }

  /** Fills all indexes at once, as it is reading the documents that takes long. */
  void fill() {
    if (!unfilled.isEmpty()) {
      streamAllDocumentsWithPosition()
          .forEach(
              found ->
                  unfilled.forEach(
                      index -> index.add(found.getDocument(), found.getPosition(), this)));
    }
    unfilled.clear();
    opening = false;
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document order, int skip, int limit, int batch, Document fields) {
    Optional<Iterable<Object>> byId = byId(query);
    if (byId.isPresent()) {
      return matchDocuments(query, byId.get(), order, skip, limit, batch, fields);
    }
    Optional<Iterable<Object>> inOrder = inOrder(query, order);
    return inOrder.isPresent()
        ? matchDocuments(query, inOrder.get(), null, skip, limit, batch, fields)
        : super.queryDocuments(query, order, skip, limit, batch, fields);
  }

  /**
   * Asks the unique index about the id alone: asked about anything else too, it does not answer.
   */
  private Optional<Iterable<Object>> byId(Document query) {
    Document id = new Document(ID_FIELD, query.get(ID_FIELD));
    return query.containsKey(ID_FIELD)
        ? indexes()
            .filter(index -> index.isUnique() && index.canHandle(id))
            .map(index -> index.getPositions(id))
            .findFirst()
        : Optional.empty();
  }

  private Optional<Iterable<Object>> inOrder(Document query, Document order) {
    return indexes()
        .filter(OrderedIndex.class::isInstance)
        .flatMap(index -> ((OrderedIndex) index).walk(query, order).stream())
        .findFirst();
  }

  /**
   * Copies: an update changes what it finds before it puts it in, and what is in may be on its way
   * to the file or to a client. Whatever is in a field is replaced, never changed.
   */
  @Override
  protected QueryResult createQueryResult(List<Document> found, int batch) {
    return super.createQueryResult(found.stream().map(Document::clone).toList(), batch);
  }

  private Stream<Index<Object>> indexes() {
    List<Index<Object>> indexes = getIndexes();
    return indexes.stream();
  }
}
