package chat.letstalk.images.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks the ICC profile of a PNG: a name, a zero, the method 0, and zlib data. */
final class PngColourProfile {

  /** The largest profiles in use have a little over half of it; more is an attack. */
  private static final int MOST_BYTES = 4 << 20;

  private static final int LONGEST_NAME = 79;

  private PngColourProfile() {}

  static Optional<byte[]> of(Bytes data) {
    int name = 0;
    while (name < data.size() && name <= LONGEST_NAME && data.u8(name) != 0) {
      name++;
    }
    return name + 2 < data.size() ? inflate(data.from(name + 2L).copy()) : Optional.empty();
  }

  private static Optional<byte[]> inflate(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] profile = new byte[Math.min(MOST_BYTES, Math.max(1, packed.length) * 1_032)];
      int size = inflater.inflate(profile);
      return inflater.finished() ? Optional.of(Arrays.copyOf(profile, size)) : Optional.empty();
    } catch (DataFormatException e) { // shown as sRGB, as by every browser
      return Optional.empty();
    } finally {
      inflater.end();
    }
  }
}
