package chat.letstalk.imagestore;

import java.util.regex.Pattern;

/**
 * How a picture shows. Immutable.
 *
 * @param mediaType for example {@code image/webp}
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record ImageShape(String mediaType, int width, int height) {

  private static final Pattern MEDIA_TYPE = Pattern.compile("image/[a-z0-9.+-]{1,60}");

  /** Refuses what is no picture. */
  public ImageShape {
    if (!MEDIA_TYPE.matcher(mediaType).matches() || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "No picture: %s of %d x %d".formatted(mediaType, width, height));
    }
  }
}
