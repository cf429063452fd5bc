package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/**
 * A database that uses its indexes. Left alone, the stand-in ignores those that are not unique, and
 * uses the others only for queries about nothing else than their fields; for all the rest it looks
 * at every document. Here the first field of each index narrows a query down. Without state of its
 * own: the constructor of the class above opens what is there already.
 */
final class IndexedDatabase extends H2Database {

  IndexedDatabase(String name, MVStore file, CursorRegistry cursors) {
    super(name, file, cursors);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new FieldIndex(name, keys.get(0).getKey());
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    MongoCollection<Object> documents = resolveCollection(collection, false);
    if (documents != null) {
      documents.addIndex(new FieldIndex(narrowing(keys), keys.get(0).getKey()));
    }
    return super.openOrCreateUniqueIndex(collection, name, keys, sparse);
  }

  /** Unique indexes with the same first field have one beside them. */
  private static String narrowing(List<IndexKey> keys) {
    return "narrowed by " + keys.get(0).getKey();
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    List<Index<Object>> all = List.copyOf(collection.getIndexes());
    super.dropIndex(collection, name);
    all.stream()
        .filter(index -> index.getName().equals(name) && index.isUnique())
        .map(index -> narrowing(index.getKeys()))
        .filter(beside -> all.stream().anyMatch(index -> index.getName().equals(beside)))
        .forEach(collection::dropIndex);
  }
}
