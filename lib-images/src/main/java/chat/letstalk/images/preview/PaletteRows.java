package chat.letstalk.images.preview;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/** Numbers of colours: GIF, and PNG with a palette. */
record PaletteRows(BufferedImage picture, IndexColorModel palette) implements PixelRows {

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
    return palette.hasAlpha();
  }

  @Override
  public void read(int y, int[] argb) {
    picture.getRaster().getSamples(0, y, argb.length, 1, 0, argb);
    for (int x = 0; x < argb.length; x++) {
      argb[x] = palette.getRGB(argb[x]);
    }
  }
}
