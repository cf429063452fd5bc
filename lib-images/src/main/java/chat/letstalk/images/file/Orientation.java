package chat.letstalk.images.file;

/**
 * How a picture has to be turned to be seen as it was taken (Exif 3.0, tag 0x0112), in the order of
 * its numbers there, 1 to 8. Each is a mirroring from left to right, if any, followed by a number
 * of quarter turns clockwise.
 */
public enum Orientation {
  AS_IT_IS(false, 0),
  MIRRORED(true, 0),
  UPSIDE_DOWN(false, 2),
  MIRRORED_UPSIDE_DOWN(true, 2),
  MIRRORED_TURNED_LEFT(true, 3),
  TURNED_RIGHT(false, 1),
  MIRRORED_TURNED_RIGHT(true, 1),
  TURNED_LEFT(false, 3);

  private final boolean mirrored;
  private final int quarterTurns;

  Orientation(boolean mirrored, int quarterTurns) {
    this.mirrored = mirrored;
    this.quarterTurns = quarterTurns;
  }

  /** The orientation of an Exif number; {@link #AS_IT_IS} for a number that Exif does not know. */
  static Orientation ofExif(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : AS_IT_IS;
  }

  /** Whether the picture is mirrored from left to right before it is turned. */
  public boolean mirrored() {
    return mirrored;
  }

  /** 0 to 3, clockwise. */
  public int quarterTurns() {
    return quarterTurns;
  }

  /** Whether width and height change places. */
  public boolean swapsSides() {
    return quarterTurns % 2 == 1;
  }
}
