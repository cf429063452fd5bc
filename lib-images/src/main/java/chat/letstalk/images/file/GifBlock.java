package chat.letstalk.images.file;

/**
 * A block of a GIF.
 *
 * @param whole from its introducer to its terminator
 */
record GifBlock(Bytes whole) {

  static final int PICTURE = 0x2c;
  static final int EXTENSION = 0x21;
  static final int TRAILER = 0x3b;

  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int APPLICATION = 0xff;

  /** The bytes of a colour table, as the flags before it say. */
  static int colourTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));
  }

  boolean isPicture() {
    return whole.u8(0) == PICTURE;
  }

  boolean isTrailer() {
    return whole.u8(0) == TRAILER;
  }

  /** Of a picture: itself as a file, at its place on the canvas. */
  StillPicture on(ImageHeader canvas, byte[] content) {
    return new StillPicture(
        content,
        whole.u16Little(1),
        whole.u16Little(3),
        whole.u16Little(5),
        whole.u16Little(7),
        canvas.width(),
        canvas.height());
  }

  /** Pictures, their timing and the number of loops; no comments, no XMP, no plain text. */
  boolean isNeeded() {
    return whole.u8(0) != EXTENSION
        || whole.u8(1) == GRAPHIC_CONTROL
        || whole.u8(1) == APPLICATION && isLoop();
  }

  private boolean isLoop() {
    return whole.size() == 19
        && (whole.hasText(3, "NETSCAPE2.0") || whole.hasText(3, "ANIMEXTS1.0"));
  }
}
