package chat.letstalk.chatapi.image;

/**
 * A stored picture.
 *
 * @param id as file-storage gave it; at most 64 characters
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3
 */
public record Image(String id, int fileStorageTypeId) {}
