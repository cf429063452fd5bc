package chat.letstalk.filestorage.client;

/**
 * The answer to an upload, as a client gave it back.
 *
 * @param id of the picture
 * @param width pixels
 * @param height pixels
 * @param imageFormat -1 unknown, 1 JPEG, 2 PNG, 3 GIF, 4 WebP
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3
 * @param signature over all of these, the account and an expiry; empty when it is missing
 */
public record SentImage(
    String id, int width, int height, int imageFormat, int fileStorageTypeId, String signature) {}
