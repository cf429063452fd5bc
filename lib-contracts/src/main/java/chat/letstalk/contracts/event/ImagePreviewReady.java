package chat.letstalk.contracts.event;

/**
 * A preview of a picture is stored and can be downloaded. Immutable.
 *
 * @param eventId identity of the result (a UUID in text form): the same in every repetition
 * @param messageId the message that it belongs to
 * @param chatId the message's chat
 * @param imageId the picture
 * @param previewId the preview's own id, never that of the picture
 * @param width pixels of the preview
 * @param height pixels of the preview
 * @param fileStorageTypeId 1 local disk, 2 Amazon S3
 */
public record ImagePreviewReady(
    String eventId,
    String messageId,
    String chatId,
    String imageId,
    String previewId,
    int width,
    int height,
    int fileStorageTypeId) {}
