package chat.letstalk.filestorage.sharing;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.filestorage.problem.InvalidInput;
import chat.letstalk.filestorage.upload.UploadSignature;
import chat.letstalk.filestorage.upload.UploadedImage;
import chat.letstalk.imagestore.Audience;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageRole;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.StoredImage;
import java.util.UUID;

/**
 * Lets accounts see a picture that somebody sends, once it is certain that it is theirs.
 * Idempotent. Thread-safe.
 */
public class ShareImage {

  private final UploadSignature signature;
  private final ImageStore store;
  private final FileMeter meter;

  public ShareImage(UploadSignature signature, ImageStore store, FileMeter meter) {
    this.signature = signature;
    this.store = store;
    this.meter = meter;
  }

  /**
   * Shares a picture.
   *
   * @param image as the client gave it back
   * @param signed its signature, as the client gave it back
   * @param owner who sends it
   * @param audience who may see it from now on: everybody for an avatar, named accounts for a
   *     picture in a chat
   * @throws InvalidInput when the signature is not right, or it was uploaded for something else
   * @throws ImageNotFound when it is gone
   */
  public void share(UploadedImage image, String signed, UUID owner, Audience audience) {
    requireSignature(image, signed, owner);
    ImageId id = ImageId.parse(image.id()).orElseThrow(ImageNotFound::new);
    StoredImage stored = store.find(id).orElseThrow(ImageNotFound::new);
    requireRole(stored, audience);
    if (!store.share(id, audience)) {
      throw new ImageNotFound();
    }
  }

  private void requireSignature(UploadedImage image, String signed, UUID owner) {
    try {
      signature.check(image, signed, owner);
    } catch (InvalidInput e) {
      meter.refused(Refusal.SIGNATURE);
      throw e;
    }
  }

  private static void requireRole(StoredImage stored, Audience audience) {
    ImageRole fitting = audience.everybody() ? ImageRole.AVATAR : ImageRole.MESSAGE;
    if (stored.role() != fitting) {
      throw new InvalidInput(
          fitting == ImageRole.AVATAR
              ? "The picture was not uploaded as an avatar."
              : "The picture was not uploaded for a chat.");
    }
  }
}
