package chat.letstalk.filestorage.upload;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.filestorage.problem.InvalidInput;
import chat.letstalk.images.file.ImageFile;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.file.UnreadableImage;
import chat.letstalk.images.upload.CleanPicture;
import chat.letstalk.images.upload.CleanedPicture;
import chat.letstalk.imagestore.ImageRole;
import chat.letstalk.imagestore.ImageShape;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.StoredImage;
import java.time.Duration;
import java.util.UUID;

/**
 * Takes a picture: looks at its bytes and its header before anything is decoded, removes what is
 * nobody's business, and stores it. Nobody but its owner sees it before it is sent. Thread-safe.
 */
public class UploadImage {

  private final UploadLimits limits;
  private final CleanPicture clean;
  private final ImageStore store;
  private final UploadSignature signature;
  private final FileMeter meter;

  public UploadImage(
      UploadLimits limits,
      CleanPicture clean,
      ImageStore store,
      UploadSignature signature,
      FileMeter meter) {
    this.limits = limits;
    this.clean = clean;
    this.store = store;
    this.signature = signature;
    this.meter = meter;
  }

  /**
   * Stores a picture.
   *
   * @param account who uploads it
   * @param role avatar or message
   * @param content as it came
   * @throws InvalidInput when it is empty, too large, or no picture
   */
  public SignedImage upload(UUID account, ImageRole role, byte[] content) {
    long started = System.nanoTime();
    requireBytes(content);
    CleanedPicture cleaned = cleaned(content, role);
    StoredImage stored =
        store.put(
            account,
            role,
            new ImageShape(cleaned.format().mediaType(), cleaned.width(), cleaned.height()),
            cleaned.content());
    UploadedImage uploaded =
        new UploadedImage(
            stored.id().toString(),
            cleaned.width(),
            cleaned.height(),
            cleaned.format().number(),
            store.typeId());
    meter.uploaded(stored.bytes(), Duration.ofNanos(System.nanoTime() - started));
    return new SignedImage(uploaded, signature.sign(uploaded, account));
  }

  private void requireBytes(byte[] content) {
    if (content.length == 0) {
      throw refused(Refusal.EMPTY, "The picture is empty.", null);
    }
    if (content.length > limits.bytes()) {
      throw tooManyBytes();
    }
  }

  /** For whoever sees beforehand that there are too many. */
  public InvalidInput tooManyBytes() {
    return refused(
        Refusal.BYTES, "The picture is larger than " + limits.bytesInWords() + ".", null);
  }

  private CleanedPicture cleaned(byte[] content, ImageRole role) {
    try {
      ImageFile file = ImageFile.read(content);
      requirePixels(file.header(), role);
      return clean.clean(file);
    } catch (UnreadableImage e) {
      throw refused(Refusal.CONTENT, e.getMessage(), e);
    }
  }

  private void requirePixels(ImageHeader header, ImageRole role) {
    int side = role == ImageRole.AVATAR ? limits.avatarSide() : limits.pictureSide();
    if (header.width() > side || header.height() > side) {
      throw refused(
          Refusal.PIXELS,
          "The picture has %d x %d pixels; %d x %d are allowed."
              .formatted(header.shownWidth(), header.shownHeight(), side, side),
          null);
    }
  }

  private InvalidInput refused(Refusal why, String sentence, Throwable cause) {
    meter.refused(why);
    return new InvalidInput(sentence, cause);
  }
}
