package chat.letstalk.images.preview;

import java.awt.image.BufferedImage;

/** A pixel in an int, with alpha or without: WebP. */
record IntRows(BufferedImage picture, int[] pixels) implements PixelRows {

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
    return picture.getType() == BufferedImage.TYPE_INT_ARGB;
  }

  @Override
  public void read(int y, int[] argb) {
    System.arraycopy(pixels, y * width(), argb, 0, argb.length);
    if (!hasAlpha()) {
      for (int x = 0; x < argb.length; x++) {
        argb[x] |= 0xff000000;
      }
    }
  }
}
