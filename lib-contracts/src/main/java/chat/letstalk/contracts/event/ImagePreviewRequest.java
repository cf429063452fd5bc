package chat.letstalk.contracts.event;

/**
 * A preview of a picture is to be made. Immutable.
 *
 * @param eventId identity of the request (a UUID in text form): the same in every repetition
 * @param messageId the message that it belongs to
 * @param chatId the message's chat
 * @param imageId the picture
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3
 */
public record ImagePreviewRequest(
    String eventId, String messageId, String chatId, String imageId, int fileStorageTypeId) {}
