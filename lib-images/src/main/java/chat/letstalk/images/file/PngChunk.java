package chat.letstalk.images.file;

/**
 * A chunk of a PNG.
 *
 * @param type four letters
 * @param data its content
 * @param whole with length, type and checksum
 */
record PngChunk(String type, Bytes data, Bytes whole) {

  /**
   * Whether a reader that does not know it must not show the picture: its first letter is large.
   */
  boolean isCritical() {
    return Character.isUpperCase(type.charAt(0));
  }
}
