package chat.letstalk.images.preview;

import chat.letstalk.images.pixels.Deadline;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Makes a picture smaller as libvips does: averages over whole pixels as long as well over the
 * wanted size is left, then a Lanczos filter: down first, which is quick for whole rows at a time,
 * and across for what is left. Holds four floats for each averaged column and each of the few rows
 * that one of the preview's is made of.
 */
final class Shrink {

  /** What the averages leave to the filter: enough for it to hide their edges. */
  private static final double LEAST_RATIO = 1.6;

  private static final int CHANNELS = 4;

  private final PixelRows source;
  private final Deadline deadline;

  Shrink(PixelRows source, Deadline deadline) {
    this.source = source;
    this.deadline = deadline;
  }

  /**
   * Shrinks.
   *
   * @param width not more than the picture has
   * @param height not more than the picture has
   * @return 0xAARRGGBB, or 0xRRGGBB when the picture has no alpha
   */
  BufferedImage to(int width, int height) {
    BoxRows boxes =
        new BoxRows(source, averaged(source.width(), width), averaged(source.height(), height));
    Kernel down = Kernel.of(boxes.height(), height);
    Kernel across = Kernel.of(boxes.width(), width);
    RowWindow window = new RowWindow(boxes, down.most(), deadline);
    BufferedImage small =
        new BufferedImage(
            width,
            height,
            source.hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) small.getRaster().getDataBuffer()).getData();
    float[] wide = new float[boxes.width() * CHANNELS];
    float[] narrow = new float[width * CHANNELS];
    for (int y = 0; y < height; y++) {
      window.weigh(down.first()[y], down.weights()[y], wide);
      across(wide, across, narrow);
      write(narrow, pixels, y * width);
    }
    return small;
  }

  private static int averaged(int from, int to) {
    return Math.max(1, (int) (from / (to * LEAST_RATIO)));
  }

  private static void across(float[] row, Kernel kernel, float[] narrow) {
    for (int x = 0; x < kernel.first().length; x++) {
      float alpha = 0;
      float red = 0;
      float green = 0;
      float blue = 0;
      int at = kernel.first()[x] * CHANNELS;
      for (float weight : kernel.weights()[x]) {
        alpha += weight * row[at];
        red += weight * row[at + 1];
        green += weight * row[at + 2];
        blue += weight * row[at + 3];
        at += CHANNELS;
      }
      narrow[x * CHANNELS] = alpha;
      narrow[x * CHANNELS + 1] = red;
      narrow[x * CHANNELS + 2] = green;
      narrow[x * CHANNELS + 3] = blue;
    }
  }

  private static void write(float[] values, int[] pixels, int at) {
    for (int x = 0; x < values.length; x += CHANNELS) {
      int alpha = toByte(values[x]);
      float back = alpha == 0 ? 0 : 255f / values[x];
      pixels[at++] =
          alpha << 24
              | toByte(values[x + 1] * back) << 16
              | toByte(values[x + 2] * back) << 8
              | toByte(values[x + 3] * back);
    }
  }

  private static int toByte(float value) {
    return Math.max(0, Math.min(255, Math.round(value)));
  }
}
