package chat.letstalk.images.pixels;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings colours into sRGB, in which a picture without a profile is shown. */
public final class ToSrgb {

  private static final Logger LOG = Logger.getLogger(ToSrgb.class.getName());

  private ToSrgb() {}

  /**
   * Changes the colours of a picture in place; leaves alpha alone. A profile that is damaged, or
   * not for red, green and blue, changes nothing, as in a browser.
   *
   * @param picture of 8 bits a colour, not premultiplied
   */
  public static void convert(BufferedImage picture, Optional<byte[]> profile) {
    profile.ifPresent(
        bytes -> {
          try {
            convert(picture, ICC_Profile.getInstance(bytes));
          } catch (IllegalArgumentException | CMMException e) {
            LOG.log(Level.FINE, "A colour profile is damaged and not used", e);
          }
        });
  }

  private static void convert(BufferedImage picture, ICC_Profile profile) {
    if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
      return;
    }
    var op =
        new ColorConvertOp(
            new ICC_ColorSpace(profile), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
    int width = picture.getWidth();
    WritableRaster colours =
        picture
            .getRaster()
            .createWritableChild(0, 0, width, picture.getHeight(), 0, 0, new int[] {0, 1, 2});
    WritableRaster row = colours.createCompatibleWritableRaster(width, 1);
    for (int y = 0; y < picture.getHeight(); y++) { // of no more memory than a row
      WritableRaster source = colours.createWritableChild(0, y, width, 1, 0, 0, null);
      op.filter(source, row);
      source.setRect(row);
    }
  }
}
