package chat.letstalk.images.upload;

import chat.letstalk.images.file.ImageFormat;

/**
 * A picture that may be kept and shown to others.
 *
 * @param content the file, in the format it came in
 * @param format its format
 * @param width pixels, as seen
 * @param height pixels, as seen
 */
public record CleanedPicture(byte[] content, ImageFormat format, int width, int height) {}
