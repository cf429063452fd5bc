package chat.letstalk.images.file;

/**
 * What a chunk of a WebP says about pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record WebpSize(int width, int height) {

  private static final byte[] START_CODE = {(byte) 0x9d, 0x01, 0x2a};
  static final int ANNOUNCES_ALPHA = 0x10;
  static final int ANNOUNCES_PROFILE = 0x20;

  private static final int LOSSLESS_SIGNATURE = 0x2f;

  /**
   * Reads the size.
   *
   * @param chunk the first of a file, or the picture in one
   * @throws UnreadableImage when it is none of these, or damaged
   */
  static WebpSize of(WebpChunk chunk) {
    return switch (chunk.type()) {
      case "VP8X" -> new WebpSize(chunk.data().u24Little(4) + 1, chunk.data().u24Little(7) + 1);
      case "VP8L" -> lossless(chunk.data());
      case "VP8 " -> lossy(chunk.data());
      default -> throw Bytes.cutOff();
    };
  }

  /** Of an ANMF chunk. */
  static WebpSize ofFrame(WebpChunk frame) {
    return new WebpSize(frame.data().u24Little(6) + 1, frame.data().u24Little(9) + 1);
  }

  /** The header of an extended WebP of this size. */
  WebpChunk extended(int announced) {
    byte[] header = new byte[10];
    header[0] = (byte) announced;
    write24(header, 4, width - 1);
    write24(header, 7, height - 1);
    return new WebpChunk("VP8X", new Bytes(header));
  }

  private static void write24(byte[] header, int offset, int value) {
    for (int i = 0; i < 3; i++) {
      header[offset + i] = (byte) (value >>> 8 * i);
    }
  }

  private static WebpSize lossless(Bytes data) {
    if (data.u8(0) != LOSSLESS_SIGNATURE) {
      throw Bytes.cutOff();
    }
    long bits = data.u32Little(1);
    if (bits >>> 29 != 0) { // RFC 9649, 7.1: the version is 0
      throw new UnreadableImage("This kind of WebP is not supported.");
    }
    return new WebpSize((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
  }

  private static WebpSize lossy(Bytes data) {
    boolean isKeyFrame = (data.u8(0) & 1) == 0;
    if (!isKeyFrame || !data.startsWith(3, START_CODE)) {
      throw Bytes.cutOff();
    }
    int width = data.u16Little(6) & 0x3fff;
    int height = data.u16Little(8) & 0x3fff;
    if (width == 0 || height == 0) {
      throw new UnreadableImage("The WebP says that it has no pixels.");
    }
    return new WebpSize(width, height);
  }
}
