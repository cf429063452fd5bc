package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An index that narrows a query down, whatever else the query asks for; the collection then looks
 * at each document that is left. In memory: a collection fills an empty index with what it has. As
 * thread-safe as its collection.
 */
abstract class MemoryIndex extends Index<Object> {

  private final String field;

  /**
   * @param fields of the documents themselves, not of something in them; the first narrows down
   */
  MemoryIndex(String name, String... fields) {
    super(name, Stream.of(fields).map(field -> new IndexKey(field, true)).toList(), true);
    this.field = fields[0];
  }

  abstract void remove(Document document, Object position);

  /** What is equal to itself alone, and that no document has by not having the field. */
  static boolean isSimple(Object value) {
    return value instanceof Number
        || value instanceof String
        || value instanceof Boolean
        || value instanceof UUID;
  }

  /** MongoDB compares numbers by their value, whatever their type. Minus zero is zero. */
  static Object keyOf(Object simple) {
    return simple instanceof Number number ? (Object) (number.doubleValue() + 0.0) : simple;
  }

  /** The keys of the field's value, or of each of its values when it is an array. */
  final Stream<Object> keysOf(Document document) {
    Object value = document.get(field);
    Collection<?> values = value instanceof Collection<?> several ? several : asList(value);
    return values.stream().filter(MemoryIndex::isSimple).<Object>map(MemoryIndex::keyOf).distinct();
  }

  private static List<Object> asList(Object value) {
    return Missing.isNullOrMissing(value) ? List.of() : List.of(value);
  }

  /** One alone, as most are, takes an eighth of the memory. */
  static Set<Object> with(Set<Object> positions, Object position) {
    if (positions == null) {
      return Set.of(position);
    }
    Set<Object> more = positions.size() == 1 ? new LinkedHashSet<>(positions) : positions;
    more.add(position);
    return more;
  }

  /** Null when none is left. */
  static Set<Object> without(Set<Object> positions, Object position) {
    if (positions == null || positions.equals(Set.of(position))) {
      return null;
    }
    if (positions.size() > 1) { // one alone cannot be changed
      positions.remove(position);
    }
    return positions;
  }

  /** The unique index of the ids says where a document is. */
  @Override
  public final Object getPosition(Document document) {
    return null;
  }

  /** The backend over H2 keeps documents by their ids: that is their position. */
  @Override
  public final Object remove(Document document) {
    remove(document, Missing.ofNullable(document.get("_id")));
    return null;
  }

  @Override
  public final void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    if (keys().stream().anyMatch(key -> !Objects.equals(before.get(key), after.get(key)))) {
      remove(before, position);
      add(after, position, collection);
    }
  }

  @Override
  public final long getDataSize() {
    return 0;
  }

  @Override
  public final void checkAdd(Document document, MongoCollection<Object> collection) {
    // any document may have any value
  }

  @Override
  public final void checkUpdate(
      Document before, Document after, MongoCollection<Object> collection) {
    // as in checkAdd
  }
}
