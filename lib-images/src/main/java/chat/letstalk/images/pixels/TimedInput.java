package chat.letstalk.images.pixels;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A picture's bytes for a reader, until a deadline: every reader comes back for more, so that none
 * goes on for long without being stopped.
 */
final class TimedInput extends ImageInputStreamImpl {

  private final byte[] content;
  private final Deadline deadline;

  TimedInput(byte[] content, Deadline deadline) {
    this.content = content;
    this.deadline = deadline;
  }

  @Override
  public int read() {
    if (streamPos >= content.length) {
      return -1;
    }
    bitOffset = 0;
    return content[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    deadline.check();
    if (streamPos >= content.length) {
      return -1;
    }
    int size = Math.min(length, content.length - (int) streamPos);
    System.arraycopy(content, (int) streamPos, buffer, offset, size);
    bitOffset = 0;
    streamPos += size;
    return size;
  }

  @Override
  public long length() {
    return content.length;
  }
}
