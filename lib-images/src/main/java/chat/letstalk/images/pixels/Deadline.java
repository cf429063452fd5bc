package chat.letstalk.images.pixels;

import chat.letstalk.images.file.UnreadableImage;
import java.time.Duration;

/** Until when a picture may be worked on. Immutable. */
public final class Deadline {

  private final long endNanos;

  private Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** So much time from now on. */
  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - endNanos > 0;
  }

  /**
   * Does nothing while there is time.
   *
   * @throws UnreadableImage when there is none left
   */
  public void check() {
    if (isOver()) {
      throw new UnreadableImage("The picture takes too long to decode.");
    }
  }
}
