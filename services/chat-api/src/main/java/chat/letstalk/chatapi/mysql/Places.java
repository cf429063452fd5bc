package chat.letstalk.chatapi.mysql;

import java.util.Collections;

/**
 * The places of an IN list. Of few lengths, so that their statements are prepared once: what is
 * left over is to be filled with the last value again.
 */
final class Places {

  private Places() {}

  /** How long the list for so many values is, of which there is at least one. */
  static int of(int values) {
    int below = Integer.highestOneBit(values);
    return below == values ? values : 2 * below;
  }

  /** A statement with a list for so many values instead of its %s. */
  static String in(String statement, int values) {
    return statement.formatted(String.join(", ", Collections.nCopies(of(values), "?")));
  }
}
