package chat.letstalk.images.preview;

import chat.letstalk.images.pixels.Deadline;
import java.util.Arrays;

/** The rows of averages that are needed just now, each read once, from the top to the bottom. */
final class RowWindow {

  private static final int CHANNELS = 4;

  private final BoxRows source;
  private final Deadline deadline;
  private final float[][] rows;
  private int read;

  /**
   * @param most rows that are needed at a time
   */
  RowWindow(BoxRows source, int most, Deadline deadline) {
    this.source = source;
    this.deadline = deadline;
    this.rows = new float[most][source.width() * CHANNELS];
  }

  /**
   * Adds up rows by their weights.
   *
   * @param first the topmost of them; not above that of the call before
   * @param sum takes the result; four times as long as the source is wide
   */
  void weigh(int first, float[] weights, float[] sum) {
    readTo(first + weights.length);
    Arrays.fill(sum, 0);
    for (int i = 0; i < weights.length; i++) {
      add(rows[(first + i) % rows.length], weights[i], sum);
    }
  }

  private void readTo(int end) {
    while (read < end) {
      deadline.check();
      source.read(read, rows[read % rows.length]);
      read++;
    }
  }

  /** By itself and simple, so that the compiler takes several columns at once. */
  private static void add(float[] row, float weight, float[] sum) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += weight * row[x];
    }
  }
}
