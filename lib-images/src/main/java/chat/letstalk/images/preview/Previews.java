package chat.letstalk.images.preview;

/** Makes the previews of stored pictures. Thread-safe. */
@FunctionalInterface
public interface Previews extends AutoCloseable {

  /**
   * Makes the preview of a picture and stores it; a repetition finds the first one. Whatever is
   * wrong with the picture is a result.
   *
   * @param imageId from an event
   * @throws PreviewsUnavailable when it may succeed later
   */
  PreviewResult of(String imageId);

  /** Ends what it holds. */
  @Override
  default void close() {}
}
