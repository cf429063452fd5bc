package chat.letstalk.images.preview;

/**
 * Which of a line's pixels make up each pixel of a shorter line, and with what weight: Lanczos with
 * three lobes, stretched to the ratio, as libvips uses it.
 *
 * @param first for each pixel the first that counts
 * @param weights for each pixel the weights from there on; their sum is 1
 */
record Kernel(int[] first, float[][] weights) {

  private static final int LOBES = 3;

  /**
   * @param from pixels of the long line
   * @param to pixels of the short line, not more
   */
  static Kernel of(int from, int to) {
    int[] first = new int[to];
    float[][] weights = new float[to][];
    double ratio = (double) from / to;
    for (int i = 0; i < to; i++) {
      double centre = (i + 0.5) * ratio;
      int left = (int) Math.max(0, Math.floor(centre - LOBES * ratio));
      int right = (int) Math.min(from, Math.ceil(centre + LOBES * ratio));
      first[i] = left;
      weights[i] = normalised(left, right, centre, ratio);
    }
    return new Kernel(first, weights);
  }

  /** Of how many pixels of the long line one of the short line is made, at most. */
  int most() {
    int most = 0;
    for (float[] each : weights) {
      most = Math.max(most, each.length);
    }
    return most;
  }

  private static float[] normalised(int left, int right, double centre, double ratio) {
    double[] raw = new double[right - left];
    double sum = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = lanczos((left + i + 0.5 - centre) / ratio);
      sum += raw[i];
    }
    float[] weights = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      weights[i] = (float) (raw[i] / sum);
    }
    return weights;
  }

  private static double lanczos(double x) {
    if (x == 0) {
      return 1;
    }
    double angle = Math.PI * x;
    return Math.abs(x) >= LOBES
        ? 0
        : LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
  }
}
