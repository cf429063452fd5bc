package chat.letstalk.images.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Checksum;

/**
 * A part of a picture's bytes, read with the bounds checked: what lies outside is a picture that is
 * cut off. Offsets are relative to the part. Immutable.
 */
final class Bytes {

  private final byte[] content;
  private final int start;
  private final int size;

  Bytes(byte[] content) {
    this(content, 0, content.length);
  }

  private Bytes(byte[] content, int start, int size) {
    this.content = content;
    this.start = start;
    this.size = size;
  }

  int size() {
    return size;
  }

  /** A part of this part. */
  Bytes part(long offset, long length) {
    if (offset < 0 || length < 0 || offset + length > size) {
      throw cutOff();
    }
    return new Bytes(content, start + (int) offset, (int) length);
  }

  /** All from an offset on. */
  Bytes from(long offset) {
    return part(offset, size - offset);
  }

  static UnreadableImage cutOff() {
    return new UnreadableImage("The picture is cut off or damaged.");
  }

  int u8(long offset) {
    if (offset < 0 || offset >= size) {
      throw cutOff();
    }
    return content[start + (int) offset] & 0xff;
  }

  int u16(long offset) {
    return u8(offset) << 8 | u8(offset + 1);
  }

  int u16Little(long offset) {
    return u8(offset) | u8(offset + 1) << 8;
  }

  int u24Little(long offset) {
    return u16Little(offset) | u8(offset + 2) << 16;
  }

  long u32(long offset) {
    return (long) u16(offset) << 16 | u16(offset + 2);
  }

  long u32Little(long offset) {
    return u16Little(offset) | (long) u16Little(offset + 2) << 16;
  }

  boolean startsWith(long offset, byte[] expected) {
    return offset >= 0
        && offset + expected.length <= size
        && Arrays.equals(
            content,
            start + (int) offset,
            start + (int) offset + expected.length,
            expected,
            0,
            expected.length);
  }

  boolean hasText(long offset, String expected) {
    return startsWith(offset, expected.getBytes(ISO_8859_1));
  }

  /** As text, one character a byte. */
  String text(long offset, int length) {
    Bytes part = part(offset, length);
    return new String(content, part.start, length, ISO_8859_1);
  }

  void writeTo(ByteArrayOutputStream out) {
    out.write(content, start, size);
  }

  byte[] copy() {
    return Arrays.copyOfRange(content, start, start + size);
  }

  void update(Checksum checksum) {
    checksum.update(content, start, size);
  }
}
