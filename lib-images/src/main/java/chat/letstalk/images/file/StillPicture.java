package chat.letstalk.images.file;

/**
 * A picture by itself, as a decoder is given it: without metadata, and without a colour profile
 * unless the decoder needs it to find red, green and blue. Immutable.
 *
 * @param content a file of the same format with this one picture
 * @param left where it lies on its canvas, in pixels
 * @param top where it lies on its canvas, in pixels
 * @param width pixels
 * @param height pixels
 * @param canvasWidth pixels of the whole
 * @param canvasHeight pixels of the whole
 */
public record StillPicture(
    byte[] content, int left, int top, int width, int height, int canvasWidth, int canvasHeight) {

  static StillPicture filling(byte[] content, ImageHeader header) {
    return new StillPicture(
        content, 0, 0, header.width(), header.height(), header.width(), header.height());
  }

  /** Whether there is nothing of the canvas beside it. */
  public boolean fillsCanvas() {
    return width == canvasWidth && height == canvasHeight;
  }
}
