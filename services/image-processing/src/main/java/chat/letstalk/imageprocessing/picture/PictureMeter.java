package chat.letstalk.imageprocessing.picture;

import chat.letstalk.images.preview.PreviewResult;
import java.time.Duration;

/** Counts what becomes of pictures. Thread-safe. */
@FunctionalInterface
public interface PictureMeter {

  /** A picture was worked on. */
  void worked(PreviewResult.Outcome outcome, Duration took);
}
