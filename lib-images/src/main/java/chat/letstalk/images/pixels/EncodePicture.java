package chat.letstalk.images.pixels;

import chat.letstalk.images.file.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes pixels. Thread-safe. */
public final class EncodePicture {

  private static final String WEBP_LOSSY = "Lossy";

  private final Plugins plugins;

  public EncodePicture(Plugins plugins) {
    this.plugins = plugins;
  }

  /**
   * Encodes a picture.
   *
   * @param quality 0 to 1; of no meaning to PNG
   * @throws UncheckedIOException when the encoder cannot do it
   */
  public byte[] encode(BufferedImage picture, ImageFormat format, float quality) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(encoded)) {
      ImageWriter writer = plugins.writer(format);
      try {
        writer.setOutput(output);
        writer.write(null, new IIOImage(picture, null, null), param(writer, format, quality));
      } finally {
        writer.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot encode a picture as " + format, e);
    }
    return encoded.toByteArray();
  }

  private static ImageWriteParam param(ImageWriter writer, ImageFormat format, float quality) {
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (format == ImageFormat.JPEG || format == ImageFormat.WEBP) {
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(
          format == ImageFormat.WEBP ? WEBP_LOSSY : param.getCompressionTypes()[0]);
      param.setCompressionQuality(quality);
    }
    return param;
  }
}
