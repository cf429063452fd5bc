package chat.letstalk.filestorage.download;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.ImageStoreUnavailable;
import chat.letstalk.imagestore.StoredImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A picture that may be read. Every method throws {@link ImageNotFound} when it has gone meanwhile.
 */
public final class FoundImage {

  private final StoredImage image;
  private final ImageStore store;
  private final RecentContents recent;
  private final FileMeter meter;

  FoundImage(StoredImage image, ImageStore store, RecentContents recent, FileMeter meter) {
    this.image = image;
    this.store = store;
    this.recent = recent;
    this.meter = meter;
  }

  /** What is known about it. */
  public StoredImage about() {
    return image;
  }

  /** All of its bytes; not to be changed. */
  public byte[] content() {
    byte[] bytes = recent.of(image, this::read).orElseGet(this::read);
    meter.downloaded(bytes.length);
    return bytes;
  }

  private byte[] read() {
    try (InputStream content = open()) {
      return content.readAllBytes();
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
    Optional<byte[]> small = recent.of(image, this::read);
    if (small.isPresent()) {
      to.write(small.get(), (int) part.first(), (int) part.length());
    } else {
      try (InputStream content = open(part)) {
        content.transferTo(to);
      }
    }
    meter.downloaded(part.length());
  }

  private InputStream open(ByteRange part) {
    return part.isWhole(image.bytes())
        ? open()
        : store.open(image.id(), part.first(), part.length()).orElseThrow(ImageNotFound::new);
  }
}
