package chat.letstalk.images.preview;

import chat.letstalk.images.file.ImageFile;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.file.UnreadableImage;
import chat.letstalk.images.pixels.Deadline;
import chat.letstalk.images.pixels.DecodePicture;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import chat.letstalk.images.pixels.ToSrgb;
import chat.letstalk.images.pixels.Turn;
import java.awt.image.BufferedImage;

/**
 * Makes the preview of a picture: a WebP inside {@value #SIDE} x {@value #SIDE}, upright, in sRGB,
 * alpha kept, the first picture of an animation, never larger than the original. Thread-safe; each
 * call takes one thread, and memory as its limits say.
 */
public final class MakePreview {

  /** The longest side of a preview, in pixels. */
  public static final int SIDE = 512;

  /** As in WebP; decoders hold rows of 8 bytes a pixel. */
  private static final int LONGEST_SIDE = 16_384;

  private static final float QUALITY = 0.92f;

  /**
   * Pixels that stay for each of the preview's, in each direction, for the filter to choose from.
   */
  private static final int FINENESS = 3;

  private final DecodePicture decode;
  private final EncodePicture encode;
  private final PreviewLimits limits;

  /** Decodes and encodes with the plugins on the class path. */
  public static MakePreview within(PreviewLimits limits) {
    Plugins plugins = Plugins.onClassPath();
    return new MakePreview(new DecodePicture(plugins), new EncodePicture(plugins), limits);
  }

  public MakePreview(DecodePicture decode, EncodePicture encode, PreviewLimits limits) {
    this.decode = decode;
    this.encode = encode;
    this.limits = limits;
  }

  /**
   * Makes a preview.
   *
   * @param content the picture as a file
   * @throws UnreadableImage when it is no picture, is damaged, or exceeds a limit
   */
  public Preview of(byte[] content) {
    Deadline deadline = Deadline.in(limits.within());
    ImageFile file = withinLimits(content);
    try {
      return of(file, deadline);
    } catch (OutOfMemoryError | StackOverflowError e) {
      // Thrown by this one picture, which is let go of here: there is memory again for the next.
      throw new UnreadableImage("The picture needs too much memory.", e);
    }
  }

  private ImageFile withinLimits(byte[] content) {
    if (content.length > limits.mostBytes()) {
      throw new UnreadableImage(
          "The picture has more than %d bytes.".formatted(limits.mostBytes()));
    }
    ImageFile file = ImageFile.read(content);
    if (Math.max(file.header().width(), file.header().height()) > LONGEST_SIDE) {
      throw new UnreadableImage("The picture is longer than %d pixels.".formatted(LONGEST_SIDE));
    }
    if (file.header().pixels() > limits.mostPixels()) {
      throw new UnreadableImage(
          "The picture has more than %d pixels.".formatted(limits.mostPixels()));
    }
    return file;
  }

  private Preview of(ImageFile file, Deadline deadline) {
    ImageHeader header = file.header();
    double scale = Math.min(1, (double) SIDE / Math.max(header.width(), header.height()));
    int width = scaled(header.width(), scale);
    int height = scaled(header.height(), scale);
    int factor = (int) Math.max(1, 1 / scale / FINENESS);
    BufferedImage decoded = decode.decode(file, factor, deadline);
    BufferedImage small = new Shrink(PixelRows.of(decoded), deadline).to(width, height);
    ToSrgb.convert(small, file.colourProfile());
    BufferedImage upright = Turn.by(header.orientation(), small);
    byte[] webp = encode.encode(upright, ImageFormat.WEBP, QUALITY);
    return new Preview(webp, upright.getWidth(), upright.getHeight());
  }

  private static int scaled(int pixels, double scale) {
    return (int) Math.max(1, Math.round(pixels * scale));
  }
}
