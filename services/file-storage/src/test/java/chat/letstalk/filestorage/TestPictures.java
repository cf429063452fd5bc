package chat.letstalk.filestorage;

import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Pictures, made on the spot. */
public final class TestPictures {

  public static final Plugins PLUGINS = Plugins.onClassPath();

  private static final int SOI = 2;

  private TestPictures() {}

  /** A picture whose left half is red and whose right half is blue. */
  public static byte[] picture(ImageFormat format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return new EncodePicture(PLUGINS).encode(image, format, 0.92f);
  }

  public static byte[] webp(int width, int height) {
    return picture(ImageFormat.WEBP, width, height);
  }

  /** A JPEG with an Exif part that says how to turn it and where it was taken. */
  public static byte[] jpegFromPhone(int width, int height, int orientation) {
    byte[] plain = picture(ImageFormat.JPEG, width, height);
    byte[] exif = exif(orientation);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(Arrays.copyOf(plain, SOI));
    all.writeBytes(
        ByteBuffer.allocate(4)
            .putShort((short) 0xFFE1)
            .putShort((short) (exif.length + 2))
            .array());
    all.writeBytes(exif);
    all.write(plain, SOI, plain.length - SOI);
    return all.toByteArray();
  }

  /** One directory with the orientation and a sentence in the place of a description. */
  private static byte[] exif(int orientation) {
    byte[] where = "at home, 52.5N 13.4E\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + where.length);
    tiff.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(where.length).putInt(8 + 2 + 24 + 4);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putInt(0).put(where);
    return tiff.array();
  }
}
