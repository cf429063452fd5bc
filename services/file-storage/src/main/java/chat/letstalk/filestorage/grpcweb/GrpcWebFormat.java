package chat.letstalk.filestorage.grpcweb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** The two ways in which gRPC-Web puts frames into bodies. */
enum GrpcWebFormat {
  BINARY("application/grpc-web+proto") {
    @Override
    byte[] decode(byte[] body) {
      return body;
    }

    @Override
    OutputStream encoding(OutputStream body) {
      return body;
    }
  },
  TEXT("application/grpc-web-text+proto") {
    @Override
    byte[] decode(byte[] body) {
      return Segments.decode(body);
    }

    @Override
    OutputStream encoding(OutputStream body) {
      return Base64.getEncoder().wrap(body);
    }
  };

  private final String contentType;

  GrpcWebFormat(String contentType) {
    this.contentType = contentType;
  }

  /** What answers are labelled with. */
  String contentType() {
    return contentType;
  }

  /**
   * The format that a request's content type names.
   *
   * @param contentType null when there is none
   * @return empty when it is none of ours
   */
  static Optional<GrpcWebFormat> of(String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "application/grpc-web", "application/grpc-web+proto" -> Optional.of(BINARY);
      case "application/grpc-web-text", "application/grpc-web-text+proto" -> Optional.of(TEXT);
      default -> Optional.empty();
    };
  }

  /**
   * The frames of a body.
   *
   * @throws IllegalArgumentException when the body is not of this format
   */
  abstract byte[] decode(byte[] body);

  /** Encodes what is written; to be closed. */
  abstract OutputStream encoding(OutputStream body) throws IOException;

  /** Base64 in pieces, each with its own padding, since senders encode frame by frame. */
  private static final class Segments {

    static byte[] decode(byte[] body) {
      ByteArrayOutputStream frames = new ByteArrayOutputStream(body.length);
      int start = 0;
      for (int i = 1; i <= body.length; i++) {
        boolean ends = i == body.length || (body[i - 1] == '=' && body[i] != '=');
        if (ends) {
          byte[] segment = Arrays.copyOfRange(body, start, i);
          frames.writeBytes(Base64.getDecoder().decode(segment));
          start = i;
        }
      }
      return frames.toByteArray();
    }
  }
}
