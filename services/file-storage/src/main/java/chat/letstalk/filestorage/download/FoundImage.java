package chat.letstalk.filestorage.download;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.ImageStoreUnavailable;
import chat.letstalk.imagestore.StoredImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A picture that may be read. Every method throws {@link ImageNotFound} when it has gone meanwhile.
 */
public final class FoundImage {

  private final StoredImage image;
  private final ImageStore store;
  private final FileMeter meter;

  FoundImage(StoredImage image, ImageStore store, FileMeter meter) {
    this.image = image;
    this.store = store;
    this.meter = meter;
  }

  /** What is known about it. */
  public StoredImage about() {
    return image;
  }

  /** All of its bytes. */
  public byte[] content() {
    try (InputStream content = open()) {
      byte[] bytes = content.readAllBytes();
      meter.downloaded(bytes.length);
      return bytes;
    } catch (IOException e) {
      throw new ImageStoreUnavailable("Picture " + image.id() + " cannot be read to its end", e);
    }
  }

  private InputStream open() {
    return store.open(image.id()).orElseThrow(ImageNotFound::new);
  }

  /**
   * Writes a part of it.
   *
   * @throws IOException when it cannot be read or written
   */
  void write(ByteRange part, OutputStream to) throws IOException {
    try (InputStream content =
        part.isWhole(image.bytes())
            ? open()
            : store.open(image.id(), part.first(), part.length()).orElseThrow(ImageNotFound::new)) {
      meter.downloaded(content.transferTo(to));
    }
  }
}
