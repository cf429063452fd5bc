package chat.letstalk.stack.mongodb;

import static java.util.stream.Collectors.toCollection;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where the documents are that have a value in a field, or a number between two. */
final class FieldIndex extends MemoryIndex {

  private static final Set<String> BOUNDS = Set.of("$gt", "$gte", "$lt", "$lte");

  private final String field;
  private final NavigableMap<Double, Set<Object>> byNumber = new TreeMap<>();
  private final Map<Object, Set<Object>> byOther = new HashMap<>();

  FieldIndex(String name, String field) {
    super(name, field);
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
        ? values.stream().allMatch(MemoryIndex::isSimple)
        : BOUNDS.stream().anyMatch(bound -> conditions.get(bound) instanceof Number);
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
    Object key = keyOf(value);
    Set<Object> positions = key instanceof Double number ? byNumber.get(number) : byOther.get(key);
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
        ? (double) keyOf(number)
        : open * Double.POSITIVE_INFINITY;
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    change(document, positions -> with(positions, position));
  }

  @Override
  void remove(Document document, Object position) {
    change(document, positions -> without(positions, position));
  }

  /**
   * @param change of the positions of one value, which are null when there are none
   */
  private void change(Document document, UnaryOperator<Set<Object>> change) {
    keysOf(document)
        .forEach(
            key -> {
              if (key instanceof Double number) {
                byNumber.compute(number, (same, positions) -> change.apply(positions));
              } else {
                byOther.compute(key, (same, positions) -> change.apply(positions));
              }
            });
  }

  @Override
  public long getCount() {
    return byNumber.size() + byOther.size();
  }

  @Override
  public void drop() {
    byNumber.clear();
    byOther.clear();
  }
}
