package chat.letstalk.bench.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;

/** Says in a JPEG's EXIF how it is to be turned. */
final class Turned {

  private static final int START_OF_IMAGE = 2;
  private static final short APP1 = (short) 0xffe1;
  private static final short ORIENTATION = 0x0112;
  private static final short SHORT = 3;
  private static final short CLOCKWISE = 6;

  private Turned() {}

  /** The same JPEG, to be shown after a quarter turn clockwise. */
  static byte[] clockwise(byte[] jpeg) {
    byte[] exif = exif();
    return ByteBuffer.allocate(jpeg.length + 4 + exif.length)
        .put(jpeg, 0, START_OF_IMAGE)
        .putShort(APP1)
        .putShort((short) (2 + exif.length))
        .put(exif)
        .put(jpeg, START_OF_IMAGE, jpeg.length - START_OF_IMAGE)
        .array();
  }

  /** A TIFF file with the highest byte first, of one directory with one entry. */
  private static byte[] exif() {
    return ByteBuffer.allocate(32)
        .put("Exif\0\0MM".getBytes(US_ASCII))
        .putShort((short) 42)
        .putInt(8)
        .putShort((short) 1)
        .putShort(ORIENTATION)
        .putShort(SHORT)
        .putInt(1)
        .putShort(CLOCKWISE)
        .putShort((short) 0)
        .putInt(0)
        .array();
  }
}
