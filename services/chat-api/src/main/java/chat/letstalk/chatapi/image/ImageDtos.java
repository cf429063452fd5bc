package chat.letstalk.chatapi.image;

import chat.letstalk.contracts.rest.ImageDto;
import chat.letstalk.contracts.rest.UploadedImageDto;
import chat.letstalk.filestorage.client.SentImage;
import java.util.Objects;

/** Pictures as they come and go over the wire; null is none. */
public final class ImageDtos {

  private ImageDtos() {}

  /** A picture as others are told of it. */
  public static ImageDto of(Image image) {
    return image == null ? null : new ImageDto(image.id(), image.fileStorageTypeId());
  }

  /**
   * A picture as a client sends it; what it leaves out is zero or empty, as in an upload's answer.
   */
  public static SentImage sent(UploadedImageDto image) {
    return image == null
        ? null
        : new SentImage(
            image.id(),
            orZero(image.width()),
            orZero(image.height()),
            orZero(image.imageFormat()),
            orZero(image.fileStorageTypeId()),
            Objects.requireNonNullElse(image.signature(), ""));
  }

  private static int orZero(Integer number) {
    return Objects.requireNonNullElse(number, 0);
  }
}
