package chat.letstalk.images.preview;

/**
 * A preview as it is stored.
 *
 * @param id its own, never that of the picture
 * @param width pixels
 * @param height pixels
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3
 */
public record StoredPreview(String id, int width, int height, int fileStorageTypeId) {}
