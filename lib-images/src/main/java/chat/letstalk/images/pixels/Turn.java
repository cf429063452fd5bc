package chat.letstalk.images.pixels;

import chat.letstalk.images.file.Orientation;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;

/** Turns pixels as an orientation says: every pixel as it was, at another place. */
public final class Turn {

  private Turn() {}

  /** The picture turned; itself when there is nothing to turn. */
  public static BufferedImage by(Orientation orientation, BufferedImage picture) {
    if (orientation == Orientation.AS_IT_IS) {
      return picture;
    }
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean swaps = orientation.swapsSides();
    WritableRaster turned =
        picture
            .getRaster()
            .createCompatibleWritableRaster(swaps ? height : width, swaps ? width : height);
    new AffineTransformOp(
            transform(orientation, width, height), AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
        .filter(picture.getRaster(), turned);
    return new BufferedImage(picture.getColorModel(), turned, picture.isAlphaPremultiplied(), null);
  }

  private static AffineTransform transform(Orientation orientation, int width, int height) {
    AffineTransform turn = new AffineTransform();
    switch (orientation.quarterTurns()) {
      case 1 -> turn.translate(height, 0);
      case 2 -> turn.translate(width, height);
      case 3 -> turn.translate(0, width);
      default -> {}
    }
    turn.quadrantRotate(orientation.quarterTurns());
    if (orientation.mirrored()) {
      turn.translate(width, 0);
      turn.scale(-1, 1);
    }
    return turn;
  }
}
