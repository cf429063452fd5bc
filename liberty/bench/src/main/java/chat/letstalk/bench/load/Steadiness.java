package chat.letstalk.bench.load;

/**
 * Whether a load goes as quickly as it ever will: a JVM compiles what is hot for minutes. It does
 * when two times in a row have brought hardly more than the best one before them.
 */
final class Steadiness {

  private static final double HARDLY_MORE = 1.05;
  private static final int IN_A_ROW = 2;

  private long best;
  private int withoutGrowth;

  /**
   * @param count what the load has done in a time that is always as long
   */
  boolean isReachedWith(long count) {
    if (count > best * HARDLY_MORE) {
      best = count;
      withoutGrowth = 0;
    } else {
      withoutGrowth++;
    }
    return withoutGrowth >= IN_A_ROW;
  }
}
