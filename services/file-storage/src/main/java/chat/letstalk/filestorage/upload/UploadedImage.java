package chat.letstalk.filestorage.upload;

/**
 * What a client is told about a picture that it uploaded, and gives back when it sends the picture.
 * Immutable.
 *
 * @param id of the picture
 * @param width pixels, as shown
 * @param height pixels, as shown
 * @param imageFormat the number on the wire
 * @param fileStorageTypeId the number on the wire
 */
public record UploadedImage(
    String id, int width, int height, int imageFormat, int fileStorageTypeId) {}
