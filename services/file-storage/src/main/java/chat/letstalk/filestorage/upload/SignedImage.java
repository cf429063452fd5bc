package chat.letstalk.filestorage.upload;

/**
 * The answer to an upload.
 *
 * @param image what was stored
 * @param signature to be given back when it is sent
 */
public record SignedImage(UploadedImage image, String signature) {}
