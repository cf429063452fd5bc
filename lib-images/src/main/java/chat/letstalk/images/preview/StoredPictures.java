package chat.letstalk.images.preview;

import chat.letstalk.images.file.UnreadableImage;
import java.util.Optional;

/** Where pictures are kept, as far as previews need it. Thread-safe. */
public interface StoredPictures {

  /**
   * Reads a picture whole.
   *
   * @param imageId from an event
   * @param mostBytes a larger one is not read on
   * @return empty when there is no such picture
   * @throws UnreadableImage when it is larger than that
   * @throws PreviewsUnavailable when it may be read later
   */
  Optional<byte[]> read(String imageId, int mostBytes);

  /**
   * Stores the preview of a picture. Of several the first stays.
   *
   * @return the preview that stays; empty when the picture is gone
   * @throws PreviewsUnavailable when it may be stored later
   */
  Optional<StoredPreview> storePreview(String imageId, Preview preview);
}
