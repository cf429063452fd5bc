package chat.letstalk.filestorage.upload;

/**
 * What may be uploaded.
 *
 * @param bytes of a picture as it comes
 * @param avatarSide pixels of the longer side of an avatar
 * @param pictureSide pixels of the longer side of a picture in a chat
 */
public record UploadLimits(int bytes, int avatarSide, int pictureSide) {

  /** Refuses what cannot work. */
  public UploadLimits {
    if (bytes < 1 || avatarSide < 1 || pictureSide < 1) {
      throw new IllegalArgumentException(
          "letstalk.file-storage.max-bytes, .max-avatar-side and .max-picture-side must be"
              + " positive");
    }
  }

  String bytesInWords() {
    return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + " MiB" : bytes + " bytes";
  }
}
