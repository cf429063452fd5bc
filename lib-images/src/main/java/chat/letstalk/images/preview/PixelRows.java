package chat.letstalk.images.preview;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;

/** The pixels of a picture, row by row, as 0xAARRGGBB, not premultiplied. */
interface PixelRows {

  int width();

  int height();

  boolean hasAlpha();

  /** Fills a row; its length is the width. */
  void read(int y, int[] argb);

  /** The fastest way into the pixels of a decoded picture, whatever the decoder chose. */
  static PixelRows of(BufferedImage picture) {
    boolean whole =
        picture.getRaster().getParent() == null
            && picture.getSampleModel().getWidth() == picture.getWidth();
    return switch (whole ? picture.getType() : BufferedImage.TYPE_CUSTOM) {
      case BufferedImage.TYPE_3BYTE_BGR ->
          new BgrRows(picture, ((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
      case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB ->
          new IntRows(picture, ((DataBufferInt) picture.getRaster().getDataBuffer()).getData());
      default ->
          picture.getColorModel() instanceof IndexColorModel palette
              ? new PaletteRows(picture, palette)
              : new SampleRows(picture);
    };
  }
}
