package chat.letstalk.images.pixels;

import chat.letstalk.images.file.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.reflect.Array;

/** Turns pixels as an orientation says: every pixel as it was, at another place. */
public final class Turn {

  private Turn() {}

  /** The picture turned; itself when there is nothing to turn. */
  public static BufferedImage by(Orientation orientation, BufferedImage picture) {
    if (orientation == Orientation.AS_IT_IS) {
      return picture;
    }
    Raster source = picture.getRaster();
    int width = source.getWidth();
    int height = source.getHeight();
    boolean swaps = orientation.swapsSides();
    WritableRaster turned =
        source.createCompatibleWritableRaster(swaps ? height : width, swaps ? width : height);
    boolean backwards = orientation.mirrored() != orientation.quarterTurns() >= 2;
    for (int y = 0; y < height; y++) {
      Object row = source.getDataElements(0, y, width, 1, null);
      place(backwards ? reversed(row, width) : row, y, orientation.quarterTurns(), turned);
    }
    return new BufferedImage(picture.getColorModel(), turned, picture.isAlphaPremultiplied(), null);
  }

  /** Where a row of the source comes to lie after so many quarter turns clockwise. */
  private static void place(Object row, int y, int quarterTurns, WritableRaster turned) {
    int width = turned.getWidth();
    int height = turned.getHeight();
    switch (quarterTurns) {
      case 1 -> turned.setDataElements(width - 1 - y, 0, 1, height, row);
      case 2 -> turned.setDataElements(0, height - 1 - y, width, 1, row);
      case 3 -> turned.setDataElements(y, 0, 1, height, row);
      default -> turned.setDataElements(0, y, width, 1, row);
    }
  }

  /** The pixels of a row from its end, each as it is. */
  private static Object reversed(Object row, int pixels) {
    int length = Array.getLength(row);
    int size = length / pixels;
    Object reversed = Array.newInstance(row.getClass().getComponentType(), length);
    for (int x = 0; x < pixels; x++) {
      System.arraycopy(row, x * size, reversed, (pixels - 1 - x) * size, size);
    }
    return reversed;
  }
}
