package chat.letstalk.filestorage.preview;

import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.filestorage.problem.InvalidInput;
import chat.letstalk.images.file.ImageFile;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.file.UnreadableImage;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageShape;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.StoredImage;

/** Stores the preview of a picture; of several the first stays. Thread-safe. */
public class StorePreview {

  private final ImageStore store;

  public StorePreview(ImageStore store) {
    this.store = store;
  }

  /**
   * Stores a preview.
   *
   * @param imageId the picture
   * @param content WebP
   * @return the preview that stays
   * @throws InvalidInput when the content is none
   * @throws ImageNotFound when the picture is gone
   */
  public StoredImage store(String imageId, byte[] content) {
    ImageHeader header = headerOf(content);
    ImageShape shape =
        new ImageShape(header.format().mediaType(), header.shownWidth(), header.shownHeight());
    return ImageId.parse(imageId)
        .flatMap(id -> store.putPreview(id, shape, content))
        .orElseThrow(ImageNotFound::new);
  }

  private static ImageHeader headerOf(byte[] content) {
    try {
      ImageHeader header = ImageFile.read(content).header();
      if (header.format() != ImageFormat.WEBP) {
        throw new InvalidInput("A preview is WebP, not " + header.format() + ".");
      }
      return header;
    } catch (UnreadableImage e) {
      throw new InvalidInput(e.getMessage(), e);
    }
  }
}
