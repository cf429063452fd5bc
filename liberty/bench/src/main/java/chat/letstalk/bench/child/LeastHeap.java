package chat.letstalk.bench.child;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntPredicate;

/**
 * The smallest heap in which a preview can be made: what it needs and not what a collector has not
 * yet looked at.
 */
public final class LeastHeap {

  private static final int STEP = 8;
  private static final int MOST = 512;

  /** One job that counts, and at least one more that does not: no load. */
  private static final Timing BRIEF = new Timing(Duration.ZERO, Duration.ofMillis(1));

  private LeastHeap() {}

  /**
   * In mebibytes, as the JVM's options count, to the next {@value #STEP}.
   *
   * @throws BenchException when not even {@value #MOST} suffice, or there is another reason
   */
  public static int mebibytes(Path picture) {
    preview(picture, MOST);
    return least(heap -> suffices(heap, picture));
  }

  private static void preview(Path picture, int heap) {
    PreviewJobs.of(picture, heap, 1, BRIEF).report(BRIEF);
  }

  private static boolean suffices(int heap, Path picture) {
    try {
      preview(picture, heap);
      return true;
    } catch (BenchException tooSmall) {
      return false;
    }
  }

  /** Searches by halves; the most is known to suffice. */
  static int least(IntPredicate suffices) {
    int tooSmall = 0;
    int enough = MOST / STEP;
    while (enough - tooSmall > 1) {
      int middle = (tooSmall + enough) / 2;
      if (suffices.test(middle * STEP)) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
    }
    return enough * STEP;
  }
}
