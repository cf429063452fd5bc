package chat.letstalk.images.file;

import java.io.ByteArrayOutputStream;

/**
 * A marker of a JPEG with what belongs to it.
 *
 * @param marker its second byte
 * @param payload what its length counts, without the length itself; empty for a lone marker
 * @param whole from the marker on, a scan's data included
 */
record JpegPart(int marker, Bytes payload, Bytes whole) {

  static final String EXIF = "Exif\0\0";
  static final String ICC = "ICC_PROFILE\0";

  static final int START_OF_SCAN = 0xda;
  static final int END_OF_IMAGE = 0xd9;

  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int HUFFMAN_TABLE = 0xc4;
  private static final int QUANTIZATION_TABLE = 0xdb;
  private static final int RESTART_INTERVAL = 0xdd;

  boolean isExif() {
    return marker == APP1 && payload.hasText(0, EXIF);
  }

  boolean isIccProfile() {
    return marker == APP2 && payload.hasText(0, ICC);
  }

  /** Whether it begins a frame: SOF0 to SOF15 but for the tables and extensions among them. */
  boolean isFrame() {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  /** Baseline, extended or progressive with Huffman codes. */
  boolean isCommonFrame() {
    return marker >= 0xc0 && marker <= 0xc2;
  }

  /** Tables, frame and scans, and what decides on colours. A JFIF thumbnail is not needed. */
  boolean isNeeded() {
    return switch (marker) {
      case HUFFMAN_TABLE, QUANTIZATION_TABLE, RESTART_INTERVAL, START_OF_SCAN, END_OF_IMAGE -> true;
      case APP0 -> isPlainJfif();
      case APP2 -> isIccProfile();
      case APP14 -> isAdobe();
      default -> isCommonFrame();
    };
  }

  private boolean isPlainJfif() {
    return payload.hasText(0, "JFIF\0") && payload.size() == 14;
  }

  private boolean isAdobe() {
    return payload.hasText(0, "Adobe") && payload.size() == 12;
  }

  void writeTo(ByteArrayOutputStream out) {
    whole.writeTo(out);
  }
}
