package chat.letstalk.filestorage.download;

import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.StoredImage;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The contents of small pictures that were asked for lately, above all avatars, in bounded memory.
 * The content of an id never changes; whether it may still be seen is asked of the store each time.
 * Thread-safe.
 */
public final class RecentContents {

  private final long largest;
  private final Cache<ImageId, byte[]> contents;

  /**
   * @param bytes of all contents together
   * @param largest bytes of a picture that is kept
   */
  public RecentContents(long bytes, long largest) {
    this.largest = largest;
    this.contents =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((ImageId id, byte[] content) -> content.length)
            .build();
  }

  /**
   * The content of a picture, if it is small.
   *
   * @param read reads it when it is not here; what it throws is thrown
   * @return not to be changed; empty for a large picture
   */
  Optional<byte[]> of(StoredImage image, Supplier<byte[]> read) {
    return image.bytes() > largest
        ? Optional.empty()
        : Optional.of(contents.get(image.id(), id -> read.get()));
  }
}
