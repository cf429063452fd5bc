package chat.letstalk.imagestore;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known about a picture in the store. Immutable.
 *
 * @param id never given to another picture; its content never changes
 * @param owner the account that uploaded it; for a preview, that of its picture
 * @param role what it is for
 * @param shape how it shows
 * @param bytes length of the content
 * @param uploadedAt when it was stored, to the millisecond
 * @param audience who else may see it; for a preview, as for its picture
 * @param previewId the preview, when there is one
 */
public record StoredImage(
    ImageId id,
    UUID owner,
    ImageRole role,
    ImageShape shape,
    long bytes,
    Instant uploadedAt,
    Audience audience,
    Optional<ImageId> previewId) {

  /** Whether an account may see it: whoever uploaded it, and its audience. */
  public boolean isVisibleTo(UUID account) {
    return owner.equals(account) || audience.includes(account);
  }

  StoredImage withAudience(Audience other) {
    return new StoredImage(id, owner, role, shape, bytes, uploadedAt, other, previewId);
  }

  StoredImage withPreview(ImageId preview) {
    return new StoredImage(
        id, owner, role, shape, bytes, uploadedAt, audience, Optional.of(preview));
  }
}
