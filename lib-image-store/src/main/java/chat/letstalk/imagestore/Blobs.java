package chat.letstalk.imagestore;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an engine can do: keep bytes under keys such as {@code folder/name}. A key is written whole
 * or not at all, and what is written survives a power cut. Every method may throw {@link
 * ImageStoreUnavailable}. Thread-safe.
 */
interface Blobs extends AutoCloseable {

  /**
   * A small blob with what tells it from its other versions.
   *
   * @param version opaque
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  record Versioned(byte[] content, String version) {}

  /** Writes a blob, whatever was there before. */
  void put(String key, byte[] content, String mediaType);

  /** Reads a small blob whole. */
  Optional<Versioned> get(String key);

  /**
   * Writes a blob if it still is the version that was read.
   *
   * @return false when it has changed or is gone
   */
  boolean replace(String key, Versioned read, byte[] content, String mediaType);

  /** Reads a blob from its beginning to its end. */
  Optional<InputStream> open(String key);

  /** Reads so many bytes of a blob. */
  Optional<InputStream> open(String key, long offset, long length);

  /** Deletes a blob, if it is there. */
  void delete(String key);

  /** The names in a folder, in their order; to be closed. */
  Stream<String> names(String folder);

  /** Makes sure that it can be read and written. */
  void check();

  @Override
  void close();
}
