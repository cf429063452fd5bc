package chat.letstalk.images.preview;

import chat.letstalk.images.file.UnreadableImage;
import java.util.Optional;

/** Makes previews in this process: reads the picture, makes the preview, stores it. */
public final class LocalPreviews implements Previews {

  private final StoredPictures pictures;
  private final MakePreview make;
  private final int mostBytes;

  /**
   * @param limits those that {@code make} keeps
   */
  public LocalPreviews(StoredPictures pictures, MakePreview make, PreviewLimits limits) {
    this.pictures = pictures;
    this.make = make;
    this.mostBytes = limits.mostBytes();
  }

  @Override
  public PreviewResult of(String imageId) {
    try {
      Optional<byte[]> content = pictures.read(imageId, mostBytes);
      if (content.isEmpty()) {
        return PreviewResult.gone();
      }
      Preview preview = make.of(content.get());
      return pictures
          .storePreview(imageId, preview)
          .map(PreviewResult::stored)
          .orElseGet(PreviewResult::gone);
    } catch (UnreadableImage e) {
      return PreviewResult.unreadable(e.getMessage());
    }
  }
}
