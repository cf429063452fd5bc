package chat.letstalk.images;

import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/** Pictures that tests make themselves. */
public final class Pictures {

  private static final EncodePicture ENCODE = new EncodePicture(Plugins.onClassPath());

  private Pictures() {}

  /** Four quarters: red, green / blue, white. So that it shows how it was turned. */
  public static BufferedImage quarters(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = picture.createGraphics();
    fill(graphics, Color.RED, 0, 0, width / 2, height / 2);
    fill(graphics, Color.GREEN, width / 2, 0, width, height / 2);
    fill(graphics, Color.BLUE, 0, height / 2, width / 2, height);
    fill(graphics, Color.WHITE, width / 2, height / 2, width, height);
    graphics.dispose();
    return picture;
  }

  /** A red disc on nothing. */
  public static BufferedImage disc(int side) {
    BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillOval(0, 0, side, side);
    graphics.dispose();
    return picture;
  }

  private static void fill(Graphics2D graphics, Color colour, int x, int y, int right, int bottom) {
    graphics.setColor(colour);
    graphics.fillRect(x, y, right - x, bottom - y);
  }

  public static byte[] encoded(BufferedImage picture, ImageFormat format) {
    return format == ImageFormat.GIF ? gif(picture) : ENCODE.encode(picture, format, 0.95f);
  }

  /** Of one picture, or an animation of several. */
  public static byte[] gif(BufferedImage... pictures) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      for (BufferedImage picture : pictures) {
        writer.writeToSequence(new IIOImage(picture, null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** As a client would: with whatever plugin there is. */
  public static BufferedImage decoded(byte[] content) {
    try {
      return ImageIO.read(new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether two colours look alike, whatever a lossy format did to them. */
  public static boolean alike(int rgb, Color expected) {
    Color colour = new Color(rgb);
    return Math.abs(colour.getRed() - expected.getRed()) < 24
        && Math.abs(colour.getGreen() - expected.getGreen()) < 24
        && Math.abs(colour.getBlue() - expected.getBlue()) < 24;
  }
}
