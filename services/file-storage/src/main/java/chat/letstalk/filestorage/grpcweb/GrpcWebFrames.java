package chat.letstalk.filestorage.grpcweb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import chat.letstalk.filestorage.problem.InvalidInput;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The frames of gRPC-Web: a flag, the length in four bytes with the highest first, the content. */
final class GrpcWebFrames {

  private static final int HEADER = 5;
  private static final int COMPRESSED = 1;
  private static final int TRAILERS = 0x80;
  private static final byte[] STATUS_OK = "grpc-status:0\r\n".getBytes(US_ASCII);

  private GrpcWebFrames() {}

  /**
   * The message of a unary request.
   *
   * @throws InvalidInput when there is not exactly one, uncompressed
   */
  static ByteBuffer message(byte[] frames) {
    ByteBuffer buffer = ByteBuffer.wrap(frames);
    if (frames.length < HEADER) {
      throw new InvalidInput("The request has no message.");
    }
    int flag = buffer.get() & 0xFF;
    if (flag == COMPRESSED) {
      throw new InvalidInput("Compressed messages are not understood.");
    }
    if (flag != 0 || buffer.getInt() != buffer.remaining()) {
      throw new InvalidInput("The request is not one message.");
    }
    return buffer;
  }

  /** How many bytes {@link #write} writes. */
  static long length(MessageLite message) {
    return 2L * HEADER + message.getSerializedSize() + STATUS_OK.length;
  }

  /** Writes an answer: the message, and that all went well. */
  static void write(MessageLite message, OutputStream to) throws IOException {
    to.write(header(0, message.getSerializedSize()));
    message.writeTo(to);
    to.write(header(TRAILERS, STATUS_OK.length));
    to.write(STATUS_OK);
  }

  private static byte[] header(int flag, int length) {
    return ByteBuffer.allocate(HEADER).put((byte) flag).putInt(length).array();
  }

  /** A sentence as a header's value: percent-encoded as gRPC does. */
  static String headerValue(String sentence) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : sentence.getBytes(UTF_8)) {
      if (each >= ' ' && each <= '~' && each != '%') {
        encoded.append((char) each);
      } else {
        encoded.append('%').append("%02X".formatted(each & 0xFF));
      }
    }
    return encoded.toString();
  }
}
