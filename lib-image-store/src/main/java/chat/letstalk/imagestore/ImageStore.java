package chat.letstalk.imagestore;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps pictures, and who may see them. What a method has stored when it returns survives a power
 * cut. Several processes may use the same store at once. Every method may throw {@link
 * ImageStoreUnavailable}. It does not check who calls: {@link StoredImage#isVisibleTo} is for its
 * users to ask. Thread-safe.
 */
public interface ImageStore extends AutoCloseable {

  /** Its number on the wire: 1 local disk, 2 Amazon S3. */
  int typeId();

  /**
   * Stores a picture that nobody but its owner may see yet.
   *
   * @param owner the account that uploads it
   * @param role avatar or message
   * @param shape as the content shows
   * @param content at least one byte; not kept
   */
  StoredImage put(UUID owner, ImageRole role, ImageShape shape, byte[] content);

  /**
   * What is known about a picture or a preview.
   *
   * @return empty when there is none
   */
  Optional<StoredImage> find(ImageId id);

  /**
   * The content of a picture or a preview.
   *
   * @return to be closed by the caller; empty when there is none
   */
  Optional<InputStream> open(ImageId id);

  /**
   * A part of the content.
   *
   * @param offset of the first byte, from 0
   * @param length at least 1; no more than there is from the offset on
   * @return to be closed by the caller; empty when there is no such picture
   */
  Optional<InputStream> open(ImageId id, long offset, long length);

  /**
   * Lets more accounts see a picture and its preview, those that come later included. Whoever could
   * see it still can. Idempotent.
   *
   * @return false when there is no such picture
   */
  boolean share(ImageId id, Audience audience);

  /**
   * Stores the preview of a picture, under an id of its own. Of several, also at the same moment,
   * the first stays.
   *
   * @param picture the picture's id
   * @param shape as the content shows
   * @param content at least one byte; not kept
   * @return the preview that stays; empty when there is no such picture
   */
  Optional<StoredImage> putPreview(ImageId picture, ImageShape shape, byte[] content);

  /**
   * Removes a picture and its preview for good. Idempotent: a removal that was cut off is ended by
   * the next. The id of a preview, or of nothing, removes nothing.
   */
  void remove(ImageId id);

  /**
   * Removes pictures that were never shared, and what was left by uploads that did not come to
   * their end.
   *
   * @param uploadedBefore all that is younger stays
   * @return how many pictures and remains were removed
   */
  int removeOrphans(Instant uploadedBefore);

  /**
   * Makes sure that the store can be read and written.
   *
   * @throws ImageStoreUnavailable when it cannot; says what to do
   */
  void check();

  /** Ends its connections. */
  @Override
  void close();
}
