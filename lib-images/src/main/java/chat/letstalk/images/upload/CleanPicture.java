package chat.letstalk.images.upload;

import chat.letstalk.images.file.ImageFile;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.file.Orientation;
import chat.letstalk.images.file.UnreadableImage;
import chat.letstalk.images.pixels.Deadline;
import chat.letstalk.images.pixels.DecodePicture;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.pixels.Turn;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes a picture fit to be kept: as it came, pixel by pixel, without its metadata (place, time,
 * camera, thumbnail, comments), and upright. Only a picture that has to be turned is decoded and
 * encoded again, at a quality that shows no difference. Thread-safe; decodes at most as many at a
 * time as told.
 */
public final class CleanPicture {

  /** Above it the files grow and nobody sees why. */
  private static final float QUALITY = 0.95f;

  private final DecodePicture decode;
  private final EncodePicture encode;
  private final Semaphore decoding;
  private final Duration within;

  /**
   * @param concurrency how many pictures are decoded at a time, at least 1; others wait
   * @param within how long a picture may wait, and how long it may take
   */
  public CleanPicture(
      DecodePicture decode, EncodePicture encode, int concurrency, Duration within) {
    this.decode = decode;
    this.encode = encode;
    this.decoding = new Semaphore(concurrency);
    this.within = within;
  }

  /**
   * Cleans a picture.
   *
   * @param file its number of pixels has been checked: one that is to be turned takes 8 bytes a
   *     pixel
   * @throws UnreadableImage when it has to be turned and is damaged, or takes too long
   */
  public CleanedPicture clean(ImageFile file) {
    ImageHeader header = file.header();
    byte[] content = mustBeTurned(header) ? turned(file) : file.withoutMetadata();
    boolean swapped = mustBeTurned(header) && header.orientation().swapsSides();
    return new CleanedPicture(
        content,
        header.format(),
        swapped ? header.height() : header.width(),
        swapped ? header.width() : header.height());
  }

  /** Browsers do not turn animations either. */
  private static boolean mustBeTurned(ImageHeader header) {
    return header.orientation() != Orientation.AS_IT_IS && !header.animated();
  }

  private byte[] turned(ImageFile file) {
    enter();
    try {
      Deadline deadline = Deadline.in(within);
      BufferedImage upright =
          Turn.by(file.header().orientation(), decode.decode(file, 1, deadline));
      ImageFormat format = file.header().format();
      return file.inItsColours(encode.encode(upright, format, QUALITY));
    } finally {
      decoding.release();
    }
  }

  private void enter() {
    try {
      if (!decoding.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new UnreadableImage("Too many pictures are being turned; try again later.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnreadableImage("The service is being stopped; try again later.", e);
    }
  }
}
