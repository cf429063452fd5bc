package chat.letstalk.images.preview;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/**
 * Any other layout: grey or colours, with alpha or without, of up to 16 bits. The samples count as
 * they are: {@code getRGB} would take grey for linear light and lighten it.
 */
record SampleRows(BufferedImage picture) implements PixelRows {

  @Override
  public int width() {
    return picture.getWidth();
  }

  @Override
  public int height() {
    return picture.getHeight();
  }

  @Override
  public boolean hasAlpha() {
    return picture.getColorModel().hasAlpha();
  }

  @Override
  public void read(int y, int[] argb) {
    Raster raster = picture.getRaster();
    int bands = raster.getNumBands();
    int[] samples = raster.getPixels(0, y, argb.length, 1, (int[]) null);
    int colours = bands - (hasAlpha() ? 1 : 0);
    boolean grey = colours < 3;
    int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    for (int x = 0; x < argb.length; x++) {
      int at = x * bands;
      int red = toByte(samples[at], most);
      int green = grey ? red : toByte(samples[at + 1], most);
      int blue = grey ? red : toByte(samples[at + 2], most);
      int alpha = hasAlpha() ? toByte(samples[at + colours], most) : 0xff;
      argb[x] = alpha << 24 | red << 16 | green << 8 | blue;
    }
  }

  private static int toByte(int sample, int most) {
    return most == 0xff ? sample : (int) ((sample * 255L + most / 2) / most);
  }
}
