package chat.letstalk.images.pixels;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Stops a reader between two rows when its time is over. */
final class TimedProgress implements IIOReadProgressListener {

  private final Deadline deadline;

  TimedProgress(Deadline deadline) {
    this.deadline = deadline;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (deadline.isOver()) {
      source.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
