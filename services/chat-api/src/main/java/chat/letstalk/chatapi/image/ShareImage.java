package chat.letstalk.chatapi.image;

import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.chatapi.problem.InvalidInput;
import chat.letstalk.chatapi.scope.Shared;
import chat.letstalk.filestorage.client.ImageRefused;
import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.filestorage.client.SentImage;
import jakarta.inject.Inject;
import java.util.Collection;

/**
 * Lets people see a picture that somebody sends, once file-storage has found that it is his.
 * Idempotent: a repeated message or profile may share its picture again.
 */
@Shared
public class ShareImage {

  private static final String FIELD = "image";

  private final ImagesClient images;

  @Inject
  public ShareImage(ImagesClient images) {
    this.images = images;
  }

  /**
   * Shares an avatar.
   *
   * @throws InvalidInput when the owner did not upload it as an avatar a short while ago
   * @throws chat.letstalk.filestorage.client.FileStorageUnavailable when that cannot be known
   */
  public Image withEverybody(SentImage image, AccountId owner) {
    return shared(image, () -> images.shareWithEverybody(image, owner.toString()));
  }

  /**
   * Shares a picture with the members of a chat.
   *
   * @throws InvalidInput when the owner did not upload it for a chat a short while ago
   * @throws chat.letstalk.filestorage.client.FileStorageUnavailable when that cannot be known
   */
  public Image withMembers(SentImage image, AccountId owner, Collection<AccountId> members) {
    return shared(
        image,
        () ->
            images.shareWith(
                image, owner.toString(), members.stream().map(AccountId::toString).toList()));
  }

  private static Image shared(SentImage image, Runnable share) {
    try {
      share.run();
    } catch (ImageRefused e) {
      throw new InvalidInput(FIELD, e.getMessage());
    }
    return new Image(image.id(), image.fileStorageTypeId());
  }
}
