package chat.letstalk.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Puts parts into pictures that no writer of ours would put there. */
public final class Parts {

  private Parts() {}

  /** Exif data: an orientation, and a place that nobody should hear of. */
  public static byte[] exif(int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(128).order(ByteOrder.BIG_ENDIAN);
    tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(40).putInt(0);
    tiff.put("GPS 51.5007,-0.1246".getBytes(ISO_8859_1));
    return tiff.array();
  }

  /** A JPEG with one more segment behind its start. */
  public static byte[] jpegWith(byte[] jpeg, int marker, byte[] payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xff);
    out.write(marker);
    out.write((payload.length + 2) >> 8);
    out.write(payload.length + 2);
    out.writeBytes(payload);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  public static byte[] jpegWithExif(byte[] jpeg, int orientation) {
    return jpegWith(jpeg, 0xe1, joined("Exif\0\0".getBytes(ISO_8859_1), exif(orientation)));
  }

  /** A PNG with one more chunk behind its header. */
  public static byte[] pngWith(byte[] png, String type, byte[] data) {
    byte[] name = type.getBytes(ISO_8859_1);
    CRC32 checksum = new CRC32();
    checksum.update(name);
    checksum.update(data);
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(name).put(data).putInt((int) checksum.getValue());
    return inserted(png, 33, chunk.array());
  }

  /** An extended WebP of the chunks of a simple one, and more. */
  public static byte[] webp(int width, int height, int announced, byte[]... chunks) {
    ByteBuffer header = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(announced).put(u24(width - 1)).put(u24(height - 1));
    byte[] body = joined(chunk("VP8X", header.array()), joined(chunks));
    return joined(
        "RIFF".getBytes(ISO_8859_1), u32(body.length + 4), "WEBP".getBytes(ISO_8859_1), body);
  }

  /** What a simple WebP holds, as it is: its only chunk. */
  public static byte[] chunkOf(byte[] webp) {
    return Arrays.copyOfRange(webp, 12, webp.length);
  }

  /** A frame of an animation. */
  public static byte[] frame(int left, int top, int width, int height, byte[] picture) {
    return chunk(
        "ANMF",
        joined(
            u24(left / 2),
            u24(top / 2),
            u24(width - 1),
            u24(height - 1),
            u24(100),
            new byte[1],
            picture));
  }

  public static byte[] chunk(String type, byte[] data) {
    byte[] padding = new byte[data.length % 2];
    return joined(type.getBytes(ISO_8859_1), u32(data.length), data, padding);
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List.of(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  public static byte[] inserted(byte[] content, int at, byte[] more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(content, 0, at);
    out.writeBytes(more);
    out.write(content, at, content.length - at);
    return out.toByteArray();
  }

  public static boolean contains(byte[] content, String text) {
    return new String(content, ISO_8859_1).contains(text);
  }

  private static byte[] u24(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }

  private static byte[] u32(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
