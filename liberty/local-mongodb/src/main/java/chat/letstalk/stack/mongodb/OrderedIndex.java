package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The documents with a value in one field, in the order of the whole numbers in a second one. Once
 * one of them has anything else there, they have no order here.
 */
final class OrderedIndex extends MemoryIndex {

  private final String field;
  private final String place;
  private final Map<Object, Row> rows = new HashMap<>();

  /** Of the documents with one value. */
  private static final class Row {

    private final NavigableMap<Long, Set<Object>> places = new TreeMap<>();

    /** How many documents have no place, or are sorted by more than their place. */
    private long unplaced;
  }

  OrderedIndex(String name, String field, String place) {
    super(name, field, place);
    this.field = field;
    this.place = place;
  }

  /**
   * Where the documents are that a query may want, in its order: found one by one, as far as
   * somebody asks for them.
   *
   * @param order ascending (1) or descending (-1) by fields, or null
   * @return nothing when this is not enough to know it
   */
  Optional<Iterable<Object>> walk(Document query, Document order) {
    Object wanted = query.get(field);
    Row row = isSimple(wanted) ? rows.get(keyOf(wanted)) : null;
    if (row == null || row.unplaced > 0) {
      return Optional.empty();
    }
    Range range = Range.of(query.get(place));
    List<String> sorted = order == null ? new ArrayList<>() : new ArrayList<>(order.keySet());
    sorted.remove(field); // all have the same
    if (sorted.isEmpty()) {
      return range.equals(Range.ALL) ? Optional.empty() : Optional.of(walk(row, range, true));
    }
    return sorted.equals(List.of(place)) && order.get(place) instanceof Number direction
        ? Optional.of(walk(row, range, direction.intValue() > 0))
        : Optional.empty();
  }

  private static Iterable<Object> walk(Row row, Range range, boolean ascending) {
    if (range.from() > range.to()) {
      return List.of();
    }
    NavigableMap<Long, Set<Object>> places =
        row.places.subMap(range.from(), true, range.to(), true);
    NavigableMap<Long, Set<Object>> inOrder = ascending ? places : places.descendingMap();
    return () -> oneByOne(inOrder.values()).flatMap(Set::stream).iterator();
  }

  /**
   * A stream of the collection itself would count first: for a part of a map, by walking it all.
   */
  private static <T> Stream<T> oneByOne(Collection<T> all) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(all.iterator(), Spliterator.ORDERED), false);
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    change(document, 1, positions -> with(positions, position));
  }

  @Override
  void remove(Document document, Object position) {
    change(document, -1, positions -> without(positions, position));
  }

  /**
   * @param more documents in each row
   * @param change of the positions of one place, which are null when there are none
   */
  private void change(Document document, int more, UnaryOperator<Set<Object>> change) {
    Object number = document.get(place);
    boolean placed = Range.isWhole(number) && !(document.get(field) instanceof Collection);
    keysOf(document)
        .forEach(
            key -> {
              Row row = rows.computeIfAbsent(key, absent -> new Row());
              if (placed) {
                row.places.compute(
                    Range.whole(number), (same, positions) -> change.apply(positions));
              } else {
                row.unplaced += more;
              }
              if (row.places.isEmpty() && row.unplaced == 0) {
                rows.remove(key);
              }
            });
  }

  /** Not without being asked for an order. */
  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return walk(query, null).orElseThrow();
  }

  @Override
  public long getCount() {
    return rows.size();
  }

  @Override
  public void drop() {
    rows.clear();
  }
}
