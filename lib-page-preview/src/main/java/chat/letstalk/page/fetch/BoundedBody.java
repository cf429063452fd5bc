package chat.letstalk.page.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads the beginning of a body and leaves the rest: a page says what it is at its beginning, and
 * an endless one has no end. The limit holds for what comes over the wire and for what is inside.
 */
final class BoundedBody {

  private BoundedBody() {}

  static byte[] read(InputStream body, int maxBytes) throws IOException {
    return body.readNBytes(maxBytes);
  }

  static byte[] readGzip(InputStream body, int maxBytes) throws IOException {
    byte[] compressed = body.readNBytes(maxBytes);
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      int room = maxBytes;
      while (room > 0) {
        int read = unpacked.read(buffer, 0, Math.min(buffer.length, room));
        if (read < 0) {
          break;
        }
        plain.write(buffer, 0, read);
        room -= read;
      }
    } catch (EOFException cutByUs) {
      return plain.toByteArray();
    }
    return plain.toByteArray();
  }
}
