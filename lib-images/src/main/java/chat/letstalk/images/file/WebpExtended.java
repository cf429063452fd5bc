package chat.letstalk.images.file;

import java.util.List;

/** Checks that what an extended WebP holds is what its VP8X header says. */
final class WebpExtended {

  private static final int ANNOUNCES_ANIMATION = 0x02;

  private final List<WebpChunk> chunks;
  private final WebpSize canvas;

  WebpExtended(List<WebpChunk> chunks, WebpSize canvas) {
    this.chunks = chunks;
    this.canvas = canvas;
  }

  /**
   * How many pictures there are.
   *
   * @throws UnreadableImage when there is none, or one that does not fit
   */
  int frames() {
    boolean animated = (chunks.get(0).data().u8(0) & ANNOUNCES_ANIMATION) != 0;
    return animated ? animation() : still();
  }

  private int still() {
    if (!WebpSize.of(onlyPicture(chunks)).equals(canvas)) {
      throw contradiction();
    }
    return 1;
  }

  private int animation() {
    List<WebpChunk> frames = chunks.stream().filter(chunk -> chunk.is("ANMF")).toList();
    if (frames.isEmpty() || chunks.stream().anyMatch(WebpChunk::isPicture)) {
      throw contradiction();
    }
    frames.forEach(this::check);
    return frames.size();
  }

  private void check(WebpChunk frame) {
    WebpSize size = WebpSize.ofFrame(frame);
    // Offsets are stored halved (RFC 9649, 2.7.1.1).
    long right = 2L * frame.data().u24Little(0) + size.width();
    long bottom = 2L * frame.data().u24Little(3) + size.height();
    boolean fits = right <= canvas.width() && bottom <= canvas.height();
    if (!fits || !WebpSize.of(onlyPicture(frame.frameParts())).equals(size)) {
      throw contradiction();
    }
  }

  private static WebpChunk onlyPicture(List<WebpChunk> chunks) {
    List<WebpChunk> pictures = chunks.stream().filter(WebpChunk::isPicture).toList();
    if (pictures.size() != 1) {
      throw contradiction();
    }
    return pictures.get(0);
  }

  private static UnreadableImage contradiction() {
    return new UnreadableImage("The WebP does not hold what its header says.");
  }
}
