package chat.letstalk.chatapi.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** IN lists of few lengths, so that their statements are prepared once. */
final class Places {

  private Places() {}

  /** The values, of which there is at least one, and the last one again up to the next length. */
  static <T> List<T> filled(List<T> values) {
    int below = Integer.highestOneBit(values.size());
    int length = below == values.size() ? below : 2 * below;
    List<T> filled = new ArrayList<>(values);
    filled.addAll(Collections.nCopies(length - values.size(), values.get(values.size() - 1)));
    return filled;
  }

  /** A statement with a place for each value instead of its %s. */
  static String in(String statement, List<?> filled) {
    return statement.formatted(String.join(", ", Collections.nCopies(filled.size(), "?")));
  }
}
