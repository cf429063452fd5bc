package chat.letstalk.images.preview;

import java.time.Duration;

/**
 * What one preview may cost.
 *
 * @param mostBytes of the picture as a file
 * @param mostPixels of the picture, by its header; each takes up to 8 bytes while it is decoded
 * @param within how long it may take
 */
public record PreviewLimits(int mostBytes, long mostPixels, Duration within) {

  /** 32 MiB, 24 megapixels, 30 seconds. */
  public static final PreviewLimits DEFAULT =
      new PreviewLimits(32 << 20, 24_000_000, Duration.ofSeconds(30));
}
