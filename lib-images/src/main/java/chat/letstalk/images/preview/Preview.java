package chat.letstalk.images.preview;

/**
 * A preview.
 *
 * @param content WebP
 * @param width pixels
 * @param height pixels
 */
public record Preview(byte[] content, int width, int height) {}
