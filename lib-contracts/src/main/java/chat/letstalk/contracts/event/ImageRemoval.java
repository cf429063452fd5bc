package chat.letstalk.contracts.event;

/**
 * A picture is not needed any more: it and its preview are removed for good. Immutable.
 *
 * @param eventId identity of the result (a UUID in text form): the same in every repetition
 * @param imageId the picture
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3
 */
public record ImageRemoval(String eventId, String imageId, int fileStorageTypeId) {}
