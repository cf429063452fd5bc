package chat.letstalk.stack.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;

/** Whole numbers between two, both of them in it; there are none when the first is greater. */
record Range(long from, long to) {

  static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

  /** What a condition leaves at most; whatever else it says only leaves fewer. */
  static Range of(Object condition) {
    if (isWhole(condition)) {
      return new Range(whole(condition), whole(condition));
    }
    Range range = ALL;
    if (condition instanceof Document bounds) {
      for (Map.Entry<String, Object> bound : bounds.entrySet()) {
        range =
            isWhole(bound.getValue()) ? range.and(bound.getKey(), whole(bound.getValue())) : range;
      }
    }
    return range;
  }

  private Range and(String operator, long bound) {
    return switch (operator) {
      case "$gt", "$gte" -> new Range(Math.max(from, bound), to);
      case "$lt", "$lte" -> new Range(from, Math.min(to, bound));
      default -> this;
    };
  }

  static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long;
  }

  static long whole(Object value) {
    return ((Number) value).longValue();
  }
}
