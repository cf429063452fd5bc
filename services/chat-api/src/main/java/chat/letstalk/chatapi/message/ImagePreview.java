package chat.letstalk.chatapi.message;

import chat.letstalk.chatapi.image.Image;

/**
 * A message's picture, smaller.
 *
 * @param image the preview itself, a picture of its own
 * @param width pixels
 * @param height pixels
 */
public record ImagePreview(Image image, int width, int height) implements Preview {}
