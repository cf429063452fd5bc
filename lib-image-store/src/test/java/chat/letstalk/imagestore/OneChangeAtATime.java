package chat.letstalk.imagestore;

import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Amazon's S3 promises and S3Proxy does not: that the condition of a write is checked and the
 * write done in one step. S3Proxy checks first and writes then, so here all changes take turns.
 */
record OneChangeAtATime(Blobs blobs) implements Blobs {

  private static final Object TURN = new Object();

  @Override
  public void put(String key, byte[] content, String mediaType) {
    blobs.put(key, content, mediaType);
  }

  @Override
  public Optional<Versioned> get(String key) {
    return blobs.get(key);
  }

  @Override
  public boolean replace(String key, Versioned read, byte[] content, String mediaType) {
    synchronized (TURN) {
      return blobs.replace(key, read, content, mediaType);
    }
  }

  @Override
  public Optional<InputStream> open(String key) {
    return blobs.open(key);
  }

  @Override
  public Optional<InputStream> open(String key, long offset, long length) {
    return blobs.open(key, offset, length);
  }

  @Override
  public void delete(String key) {
    synchronized (TURN) {
      blobs.delete(key);
    }
  }

  @Override
  public Stream<String> names(String folder) {
    return blobs.names(folder);
  }

  @Override
  public void check() {
    blobs.check();
  }

  @Override
  public void close() {
    blobs.close();
  }
}
