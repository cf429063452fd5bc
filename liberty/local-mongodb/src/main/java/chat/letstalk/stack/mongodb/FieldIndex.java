package chat.letstalk.stack.mongodb;

import static java.util.stream.Collectors.toCollection;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where the documents are that have a value in a field, or a number between two. It narrows a query
 * down, whatever else the query asks for; the collection then looks at each document that is left.
 * In memory: a collection fills an empty index with what it has. As thread-safe as its collection.
 */
final class FieldIndex extends Index<Object> {

  private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

  private final String field;

  /** MongoDB compares numbers by their value, whatever their type. */
  private final NavigableMap<Double, Set<Object>> byNumber = new TreeMap<>();

  private final Map<Object, Set<Object>> byOther = new HashMap<>();

  /**
   * @param field of the documents themselves, not of something in them
   */
  FieldIndex(String name, String field) {
    super(name, List.of(new IndexKey(field, true)), true);
    this.field = field;
  }

  @Override
  public boolean canHandle(Document query) {
    Object wanted = query.get(field);
    return wanted instanceof Document conditions ? isBounded(conditions) : isSimple(wanted);
  }

  /** Between numbers, or one of some values; any other condition only leaves fewer. */
  private static boolean isBounded(Document conditions) {
    return conditions.get("$in") instanceof Collection<?> values
        ? values.stream().allMatch(FieldIndex::isSimple)
        : BOUNDS.stream().anyMatch(bound -> conditions.get(bound) instanceof Number);
  }

  /** What is equal to itself alone, and that no document has by not having the field. */
  private static boolean isSimple(Object value) {
    return value instanceof Number
        || value instanceof String
        || value instanceof Boolean
        || value instanceof UUID;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    Object wanted = query.get(field);
    Stream<Set<Object>> found =
        wanted instanceof Document conditions
            ? conditions.get("$in") instanceof Collection<?> values
                ? values.stream().map(this::having)
                : between(conditions)
            : Stream.of(having(wanted));
    return found.flatMap(Set::stream).collect(toCollection(LinkedHashSet::new));
  }

  private Set<Object> having(Object value) {
    Set<Object> positions =
        value instanceof Number number ? byNumber.get(asDouble(number)) : byOther.get(value);
    return positions == null ? Set.of() : positions;
  }

  /** With both ends, as numbers may be too close to each other for their key. */
  private Stream<Set<Object>> between(Document conditions) {
    double from = Math.max(bound(conditions, "$gt", -1), bound(conditions, "$gte", -1));
    double to = Math.min(bound(conditions, "$lt", 1), bound(conditions, "$lte", 1));
    return from > to ? Stream.of() : byNumber.subMap(from, true, to, true).values().stream();
  }

  private static double bound(Document conditions, String operator, int open) {
    return conditions.get(operator) instanceof Number number
        ? asDouble(number)
        : open * Double.POSITIVE_INFINITY;
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    change(document, positions -> with(positions, position));
  }

  private void remove(Document document, Object position) {
    change(document, positions -> without(positions, position));
  }

  /**
   * @param change of the positions of one value, which are null when there are none
   */
  private void change(Document document, UnaryOperator<Set<Object>> change) {
    values(document)
        .forEach(
            value -> {
              if (value instanceof Number number) {
                byNumber.compute(asDouble(number), (key, positions) -> change.apply(positions));
              } else {
                byOther.compute(value, (key, positions) -> change.apply(positions));
              }
            });
  }

  private static Set<Object> with(Set<Object> positions, Object position) {
    Set<Object> more = positions == null ? new LinkedHashSet<>() : positions;
    more.add(position);
    return more;
  }

  private static Set<Object> without(Set<Object> positions, Object position) {
    if (positions == null) {
      return null;
    }
    positions.remove(position);
    return positions.isEmpty() ? null : positions;
  }

  /** The field's value, or each of its values when it is an array. */
  private Stream<?> values(Document document) {
    Object value = document.get(field);
    Collection<?> values = value instanceof Collection<?> several ? several : asList(value);
    return values.stream().filter(FieldIndex::isSimple).distinct();
  }

  private static List<Object> asList(Object value) {
    return Missing.isNullOrMissing(value) ? List.of() : List.of(value);
  }

  /** Minus zero is zero. */
  private static double asDouble(Number number) {
    return number.doubleValue() + 0.0;
  }

  /** The unique index of the ids says where a document is. */
  @Override
  public Object getPosition(Document document) {
    return null;
  }

  /** The backend over H2 keeps documents by their ids: that is their position. */
  @Override
  public Object remove(Document document) {
    remove(document, document.get("_id"));
    return null;
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    if (!Objects.equals(before.get(field), after.get(field))) {
      remove(before, position);
      add(after, position, collection);
    }
  }

  @Override
  public long getCount() {
    return byNumber.size() + byOther.size();
  }

  @Override
  public long getDataSize() {
    return 0;
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    // any document may have any value
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
    // as in checkAdd
  }

  @Override
  public void drop() {
    byNumber.clear();
    byOther.clear();
  }
}
