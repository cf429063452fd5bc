package chat.letstalk.images.preview;

import java.util.Arrays;

/**
 * Rows of averages: each value is the mean of a rectangle of pixels, its alpha weighed in, so that
 * invisible colours do not bleed. Four values a pixel: alpha, red, green, blue, premultiplied, 0 to
 * 255. The last rectangles are smaller where the sizes do not divide.
 */
final class BoxRows {

  private static final float OPAQUE = 255;

  private final PixelRows source;
  private final int byX;
  private final int byY;
  private final int[] row;

  BoxRows(PixelRows source, int byX, int byY) {
    this.source = source;
    this.byX = byX;
    this.byY = byY;
    this.row = new int[source.width()];
  }

  int width() {
    return (source.width() + byX - 1) / byX;
  }

  int height() {
    return (source.height() + byY - 1) / byY;
  }

  /** Fills a row; its length is four times the width. */
  void read(int y, float[] values) {
    Arrays.fill(values, 0);
    int last = Math.min((y + 1) * byY, source.height());
    for (int sourceY = y * byY; sourceY < last; sourceY++) {
      source.read(sourceY, row);
      if (source.hasAlpha()) {
        add(values);
      } else {
        addOpaque(values);
      }
    }
    divide(values, last - y * byY);
  }

  private void add(float[] values) {
    for (int box = 0, x = 0; x < row.length; box += 4) {
      int end = Math.min(x + byX, row.length);
      int alpha = 0;
      int red = 0;
      int green = 0;
      int blue = 0;
      for (; x < end; x++) {
        int pixel = row[x];
        int opacity = pixel >>> 24;
        alpha += opacity;
        red += (pixel >>> 16 & 0xff) * opacity;
        green += (pixel >>> 8 & 0xff) * opacity;
        blue += (pixel & 0xff) * opacity;
      }
      values[box] += alpha;
      values[box + 1] += red;
      values[box + 2] += green;
      values[box + 3] += blue;
    }
  }

  /**
   * The same where every pixel is opaque: no products, and red and blue in one sum, as a box is far
   * less than 256 pixels wide.
   */
  private void addOpaque(float[] values) {
    for (int box = 0, x = 0; x < row.length; box += 4) {
      int end = Math.min(x + byX, row.length);
      int redAndBlue = 0;
      int green = 0;
      values[box] += OPAQUE * (end - x);
      for (; x < end; x++) {
        redAndBlue += row[x] & 0xff00ff;
        green += row[x] >>> 8 & 0xff;
      }
      values[box + 1] += OPAQUE * (redAndBlue >>> 16);
      values[box + 2] += OPAQUE * green;
      values[box + 3] += OPAQUE * (redAndBlue & 0xffff);
    }
  }

  private void divide(float[] values, int rows) {
    for (int box = 0; box < values.length; box += 4) {
      int columns = Math.min(byX, row.length - box / 4 * byX);
      float share = 1f / (rows * columns);
      values[box] *= share;
      for (int colour = 1; colour < 4; colour++) {
        values[box + colour] *= share / 255f;
      }
    }
  }
}
