package chat.letstalk.images.pixels;

import chat.letstalk.images.file.ImageFile;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.StillPicture;
import chat.letstalk.images.file.UnreadableImage;
import com.luciad.imageio.webp.WebPReadParam;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * Decodes the picture of a file, the first one of an animation. What the decoders get to see has
 * gone through {@link ImageFile} and holds no metadata. The caller checks the number of pixels
 * before. Thread-safe.
 */
public final class DecodePicture {

  private final Plugins plugins;

  public DecodePicture(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Decodes a picture as stored: not turned, in its own colours.
   *
   * @param shrinkBy by how much width and height may be divided on the way, at least 1; the answer
   *     is not smaller than that (rounded up)
   * @throws UnreadableImage when it is damaged or takes too long
   */
  public BufferedImage decode(ImageFile file, int shrinkBy, Deadline deadline) {
    StillPicture still = file.firstPicture();
    // A part of a canvas keeps its place on it at full size only.
    int factor = still.fillsCanvas() ? shrinkBy : 1;
    BufferedImage decoded = read(file.header().format(), still, factor, deadline);
    return still.fillsCanvas() ? decoded : onCanvas(still, decoded);
  }

  private BufferedImage read(
      ImageFormat format, StillPicture still, int shrinkBy, Deadline deadline) {
    try (TimedInput input = new TimedInput(still.content(), deadline)) {
      ImageReader reader = plugins.reader(format, input);
      try {
        reader.addIIOReadProgressListener(new TimedProgress(deadline));
        reader.setInput(input, true, true);
        return reader.read(0, param(reader, still, shrinkBy));
      } finally {
        reader.dispose();
        deadline
            .check(); // a reader that was stopped answers with half a picture, or wraps the reason
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new UnreadableImage("The picture is damaged.", e);
    }
  }

  private static ImageReadParam param(ImageReader reader, StillPicture still, int shrinkBy) {
    ImageReadParam param = reader.getDefaultReadParam();
    if (param instanceof WebPReadParam webp) { // libwebp scales while it decodes, and better
      webp.setUseScaling(shrinkBy > 1);
      webp.setScaledWidth(ceilDiv(still.width(), shrinkBy));
      webp.setScaledHeight(ceilDiv(still.height(), shrinkBy));
    } else {
      param.setSourceSubsampling(shrinkBy, shrinkBy, 0, 0);
    }
    return param;
  }

  private static int ceilDiv(int pixels, int by) {
    return (pixels + by - 1) / by;
  }

  private static BufferedImage onCanvas(StillPicture still, BufferedImage decoded) {
    BufferedImage canvas =
        new BufferedImage(still.canvasWidth(), still.canvasHeight(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = canvas.createGraphics();
    graphics.drawImage(decoded, still.left(), still.top(), null);
    graphics.dispose();
    return canvas;
  }
}
