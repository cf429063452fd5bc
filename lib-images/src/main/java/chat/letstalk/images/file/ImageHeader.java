package chat.letstalk.images.file;

/**
 * What the header of a picture says. Immutable.
 *
 * @param format by its content, never by its name or declared type
 * @param width pixels as stored, before the orientation is applied; at least 1
 * @param height pixels as stored, before the orientation is applied; at least 1
 * @param orientation how it is to be turned to be seen
 * @param frames 1, or the number of pictures of an animation
 */
public record ImageHeader(
    ImageFormat format, int width, int height, Orientation orientation, int frames) {

  /**
   * Reads the header of a picture; decodes nothing.
   *
   * @param content the whole picture
   * @throws UnreadableImage when it is none, is cut off, or contradicts itself
   */
  public static ImageHeader read(byte[] content) {
    return ImageFile.read(content).header();
  }

  /** Pixels as seen. */
  public int shownWidth() {
    return orientation.swapsSides() ? height : width;
  }

  /** Pixels as seen. */
  public int shownHeight() {
    return orientation.swapsSides() ? width : height;
  }

  /** Of one frame. */
  public long pixels() {
    return (long) width * height;
  }

  /** Whether there is more than one picture in it. */
  public boolean animated() {
    return frames > 1;
  }
}
