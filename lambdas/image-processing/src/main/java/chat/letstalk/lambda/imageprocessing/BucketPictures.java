package chat.letstalk.lambda.imageprocessing;

import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.UnreadableImage;
import chat.letstalk.images.preview.Preview;
import chat.letstalk.images.preview.PreviewsUnavailable;
import chat.letstalk.images.preview.StoredPictures;
import chat.letstalk.images.preview.StoredPreview;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageShape;
import chat.letstalk.imagestore.ImageStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Pictures where file-storage keeps them, without going through it. Thread-safe. */
final class BucketPictures implements StoredPictures {

  private final ImageStore store;

  BucketPictures(ImageStore store) {
    this.store = store;
  }

  @Override
  public Optional<byte[]> read(String imageId, int mostBytes) {
    return ImageId.parse(imageId).flatMap(store::open).map(opened -> whole(opened, mostBytes));
  }

  private static byte[] whole(InputStream opened, int mostBytes) {
    try (opened) {
      byte[] content = opened.readNBytes(mostBytes + 1);
      if (content.length > mostBytes) {
        throw new UnreadableImage("The picture has more than %d bytes.".formatted(mostBytes));
      }
      return content;
    } catch (IOException e) {
      throw new PreviewsUnavailable("The bucket broke off while a picture was read", e);
    }
  }

  @Override
  public Optional<StoredPreview> storePreview(String imageId, Preview preview) {
    ImageShape shape =
        new ImageShape(ImageFormat.WEBP.mediaType(), preview.width(), preview.height());
    return ImageId.parse(imageId)
        .flatMap(id -> store.putPreview(id, shape, preview.content()))
        .map(
            stored ->
                new StoredPreview(
                    stored.id().toString(),
                    stored.shape().width(),
                    stored.shape().height(),
                    store.typeId()));
  }
}
