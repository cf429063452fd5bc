package chat.letstalk.images.preview;

import java.awt.image.BufferedImage;

/** Blue, green, red in a byte each: most JPEGs and PNGs. */
record BgrRows(BufferedImage picture, byte[] pixels) implements PixelRows {

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
    return false;
  }

  @Override
  public void read(int y, int[] argb) {
    int at = y * width() * 3;
    for (int x = 0; x < argb.length; x++, at += 3) {
      argb[x] =
          0xff000000
              | (pixels[at + 2] & 0xff) << 16
              | (pixels[at + 1] & 0xff) << 8
              | pixels[at] & 0xff;
    }
  }
}
