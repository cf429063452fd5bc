package chat.letstalk.bench.picture;

import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Plugins;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;

/**
 * Something like a photo, the same in every run: light that falls off, things with edges before it,
 * and the noise of a sensor, so that codecs have as much to do as with a real one.
 */
public final class Photo {

  private static final float JPEG_QUALITY = 0.90f;

  /** Many bytes for few pixels: 5 MiB stay within the pixels that may be uploaded. */
  private static final float LARGE_JPEG_QUALITY = 0.97f;

  private static final float WEBP_QUALITY = 0.92f;
  private static final int THINGS = 400;
  private static final int NOISE = 20;

  private static final EncodePicture ENCODE = new EncodePicture(Plugins.onClassPath());

  private Photo() {}

  /** A JPEG of quality 90, of a camera that was held upright: EXIF says to turn it. */
  public static byte[] jpeg(int width, int height) {
    return Turned.clockwise(ENCODE.encode(taken(width, height), ImageFormat.JPEG, JPEG_QUALITY));
  }

  /** A WebP of quality 92. */
  public static byte[] webp(int width, int height) {
    return ENCODE.encode(taken(width, height), ImageFormat.WEBP, WEBP_QUALITY);
  }

  /** A JPEG of quality 97 and about so many bytes, which needs no turning. */
  public static byte[] jpegOfBytes(int bytes) {
    int side = 640;
    byte[] jpeg = new byte[0];
    for (int trial = 0; trial < 4; trial++) { // bytes grow with the pixels, nearly
      jpeg = ENCODE.encode(taken(side, side), ImageFormat.JPEG, LARGE_JPEG_QUALITY);
      side = (int) Math.round(side * Math.sqrt((double) bytes / jpeg.length));
    }
    return jpeg;
  }

  private static BufferedImage taken(int width, int height) {
    Random random = new Random(1);
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = photo.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setPaint(
        new GradientPaint(0, 0, new Color(120, 160, 220), width, height, new Color(60, 50, 30)));
    graphics.fillRect(0, 0, width, height);
    for (int i = 0; i < THINGS; i++) {
      draw(graphics, width, height, random);
    }
    graphics.dispose();
    addNoise(((DataBufferByte) photo.getRaster().getDataBuffer()).getData(), random);
    return photo;
  }

  private static void draw(Graphics2D graphics, int width, int height, Random random) {
    int size = 1 + random.nextInt(1 + Math.min(width, height) / 6);
    int x = random.nextInt(width);
    int y = random.nextInt(height);
    graphics.setPaint(new GradientPaint(x, y, colour(random), x + size, y + size, colour(random)));
    if (random.nextBoolean()) {
      graphics.fillOval(x, y, size, size);
    } else {
      graphics.fillRect(x, y, size, size / 2 + 1);
    }
  }

  private static Color colour(Random random) {
    return new Color(
        random.nextInt(256), random.nextInt(256), random.nextInt(256), 128 + random.nextInt(128));
  }

  private static void addNoise(byte[] samples, Random random) {
    for (int i = 0; i < samples.length; i++) {
      int sample = (samples[i] & 0xff) + random.nextInt(NOISE) - NOISE / 2;
      samples[i] = (byte) Math.max(0, Math.min(255, sample));
    }
  }
}
