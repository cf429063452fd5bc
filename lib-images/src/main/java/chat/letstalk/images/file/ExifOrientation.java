package chat.letstalk.images.file;

/**
 * Reads one tag of Exif data (TIFF 6.0, first directory): all that a picture is shown by. A library
 * would read every tag, and with them every length that an attacker wrote.
 */
final class ExifOrientation {

  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;
  private static final int SHORT = 3;

  private ExifOrientation() {}

  /** The orientation; {@link Orientation#AS_IT_IS} when the data does not say, or is damaged. */
  static Orientation of(Bytes tiff) {
    try {
      if (tiff.hasText(0, "II*\0")) {
        return find(tiff, true);
      }
      return tiff.hasText(0, "MM\0*") ? find(tiff, false) : Orientation.AS_IT_IS;
    } catch (UnreadableImage e) { // damaged Exif data is no reason to refuse the picture
      return Orientation.AS_IT_IS;
    }
  }

  private static Orientation find(Bytes tiff, boolean little) {
    long directory = little ? tiff.u32Little(4) : tiff.u32(4);
    int entries = u16(tiff, directory, little);
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) i * ENTRY;
      if (u16(tiff, entry, little) == TAG && u16(tiff, entry + 2, little) == SHORT) {
        return Orientation.ofExif(u16(tiff, entry + 8, little));
      }
    }
    return Orientation.AS_IT_IS;
  }

  private static int u16(Bytes tiff, long offset, boolean little) {
    return little ? tiff.u16Little(offset) : tiff.u16(offset);
  }
}
