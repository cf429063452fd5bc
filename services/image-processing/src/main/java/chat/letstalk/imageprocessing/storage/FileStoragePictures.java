package chat.letstalk.imageprocessing.storage;

import chat.letstalk.filestorage.client.FileStorageUnavailable;
import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.images.file.UnreadableImage;
import chat.letstalk.images.preview.Preview;
import chat.letstalk.images.preview.PreviewsUnavailable;
import chat.letstalk.images.preview.StoredPictures;
import chat.letstalk.images.preview.StoredPreview;
import java.util.Optional;
import java.util.function.Supplier;

/** Pictures as file-storage keeps them, over gRPC. */
public final class FileStoragePictures implements StoredPictures {

  private final ImagesClient images;

  public FileStoragePictures(ImagesClient images) {
    this.images = images;
  }

  @Override
  public Optional<byte[]> read(String imageId, int mostBytes) {
    try {
      return call(() -> images.read(imageId, mostBytes));
    } catch (IllegalStateException e) {
      throw new UnreadableImage("The picture has more than %d bytes.".formatted(mostBytes), e);
    }
  }

  @Override
  public Optional<StoredPreview> storePreview(String imageId, Preview preview) {
    return call(() ->
            images.storePreview(imageId, preview.content(), preview.width(), preview.height()))
        .map(
            stored ->
                new StoredPreview(
                    stored.id(), stored.width(), stored.height(), stored.fileStorageTypeId()));
  }

  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (FileStorageUnavailable e) {
      throw new PreviewsUnavailable(e.getMessage() + ": look at letstalk.file-storage.*", e);
    }
  }
}
