package chat.letstalk.images.file;

import java.util.Optional;

/**
 * A picture as a file: its header, and itself without what is nobody's business. Immutable;
 * thread-safe.
 */
public abstract sealed class ImageFile permits JpegFile, PngFile, GifFile, WebpFile {

  private final ImageHeader header;

  ImageFile(ImageHeader header) {
    this.header = header;
  }

  /**
   * Finds out what the bytes are and walks through all of their parts; decodes nothing.
   *
   * @param content the whole picture; not changed, and not to be changed by the caller
   * @throws UnreadableImage when it is no JPEG, PNG, GIF or WebP, is cut off, or contradicts itself
   */
  public static ImageFile read(byte[] content) {
    Bytes bytes = new Bytes(content);
    if (bytes.startsWith(0, JpegFile.MAGIC)) {
      return JpegFile.of(bytes);
    }
    if (bytes.startsWith(0, PngFile.MAGIC)) {
      return PngFile.of(bytes);
    }
    if (bytes.hasText(0, "GIF87a") || bytes.hasText(0, "GIF89a")) {
      return GifFile.of(bytes);
    }
    if (bytes.hasText(0, "RIFF") && bytes.hasText(8, "WEBP")) {
      return WebpFile.of(bytes);
    }
    throw new UnreadableImage("This is no JPEG, PNG, GIF or WebP picture.");
  }

  /** What the header says. */
  public ImageHeader header() {
    return header;
  }

  /**
   * The same picture, pixel by pixel, with only the parts that it needs to be shown: no Exif
   * (place, time, camera, thumbnail), no XMP, no comments, nothing behind its end. The orientation
   * goes with the Exif data; whoever shows these bytes has to apply it. Colour profiles stay.
   */
  public abstract byte[] withoutMetadata();

  /** The picture, or the first of an animation, for a decoder. */
  public abstract StillPicture firstPicture();

  /**
   * The ICC profile that the decoded colours are meant in; empty for sRGB, and where the decoder
   * takes care of it.
   */
  public abstract Optional<byte[]> colourProfile();

  /**
   * The colours of this picture for another one of the same format, which was made of its decoded
   * pixels.
   *
   * @param encoded as an encoder wrote it, without a profile
   * @return the same with the profile of this one; unchanged when that has none
   */
  public abstract byte[] inItsColours(byte[] encoded);
}
