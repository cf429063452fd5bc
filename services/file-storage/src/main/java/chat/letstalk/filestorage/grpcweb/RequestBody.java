package chat.letstalk.filestorage.grpcweb;

import chat.letstalk.filestorage.problem.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.Supplier;

/** Reads the body of a request, within bytes and time. */
final class RequestBody {

  private static final int CHUNK = 16 * 1024;

  private RequestBody() {}

  /**
   * Reads a body to its end.
   *
   * @param declared its Content-Length, or -1
   * @param largest bytes
   * @param within how long it may take
   * @param tooLarge what to throw when there are more
   * @throws InvalidInput when it takes too long
   */
  static byte[] read(
      InputStream body,
      long declared,
      int largest,
      Duration within,
      Supplier<InvalidInput> tooLarge)
      throws IOException {
    long end = System.nanoTime() + within.toNanos();
    boolean fits = declared <= largest;
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(fits ? (int) Math.max(CHUNK, declared) : 0);
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    // What does not fit is read all the same, up to twice the limit: a client that is still sending
    // would otherwise never see the answer.
    for (int read = body.read(chunk); read >= 0 && total <= 2L * largest; read = body.read(chunk)) {
      total += read;
      fits &= total <= largest;
      if (fits) {
        bytes.write(chunk, 0, read);
      }
      if (System.nanoTime() - end > 0) {
        throw new InvalidInput("The picture took too long to arrive.");
      }
    }
    if (!fits) {
      throw tooLarge.get();
    }
    return bytes.toByteArray();
  }
}
