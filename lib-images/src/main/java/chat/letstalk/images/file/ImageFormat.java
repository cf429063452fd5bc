package chat.letstalk.images.file;

/** The kinds of pictures that LetsTalk takes, with their numbers on the wire. */
public enum ImageFormat {
  JPEG(1, "image/jpeg"),
  PNG(2, "image/png"),
  GIF(3, "image/gif"),
  WEBP(4, "image/webp");

  /** What the wire says of a picture whose format is not known. */
  public static final int UNKNOWN = -1;

  private final int number;
  private final String mediaType;

  ImageFormat(int number, String mediaType) {
    this.number = number;
    this.mediaType = mediaType;
  }

  /** The number on the wire: 1 JPEG, 2 PNG, 3 GIF, 4 WebP. */
  public int number() {
    return number;
  }

  /** The registered media type, such as {@code image/webp}. */
  public String mediaType() {
    return mediaType;
  }
}
