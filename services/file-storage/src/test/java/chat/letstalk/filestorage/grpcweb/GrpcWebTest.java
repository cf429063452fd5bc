package chat.letstalk.filestorage.grpcweb;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.filestorage.FileServer;
import chat.letstalk.filestorage.FileServerTest;
import chat.letstalk.filestorage.TestPictures;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire of gRPC-Web, byte by byte, as the single-page client speaks it. */
class GrpcWebTest extends FileServerTest {

  private static final String BINARY = "application/grpc-web+proto";
  private static final String TEXT = "application/grpc-web-text";
  private static final String UPLOAD = "/file_upload.FileUploadGrpcEndpoint/UploadImageAsync";
  private static final String DOWNLOAD = "/file_upload.FileUploadGrpcEndpoint/DownloadImageAsync";
  private static final byte[] OK_TRAILER = {
    (byte) 0x80,
    0,
    0,
    0,
    15,
    'g',
    'r',
    'p',
    'c',
    '-',
    's',
    't',
    'a',
    't',
    'u',
    's',
    ':',
    '0',
    '\r',
    '\n'
  };

  private final HttpClient client = HttpClient.newHttpClient();
  private final byte[] picture = TestPictures.webp(512, 438);

  private HttpRequest.Builder post(String path, String type, byte[] body) {
    return HttpRequest.newBuilder(server.http(path))
        .header("content-type", type)
        .header("x-grpc-web", "1")
        .header("x-user-agent", "grpc-web-javascript/0.1")
        .header("accept", "*/*")
        .POST(BodyPublishers.ofByteArray(body));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<byte[]> sent(String path, String type, byte[] body) {
    return send(
        post(path, type, body)
            .header("authorization", server.authentication.tokenOf(alice))
            .build());
  }

  private static byte[] frame(MessageLite message) {
    byte[] bytes = message.toByteArray();
    return ByteBuffer.allocate(5 + bytes.length)
        .put((byte) 0)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  private byte[] uploading() {
    return frame(request(ImageRole.IMAGE_ROLE_AVATAR, picture));
  }

  /**
   * The message of an answer that is a data frame and the trailers of success, and nothing else.
   */
  private static byte[] message(byte[] frames) {
    assertThat(frames[0]).isZero();
    int length = ByteBuffer.wrap(frames, 1, 4).getInt();
    assertThat(Arrays.copyOfRange(frames, 5 + length, frames.length)).isEqualTo(OK_TRAILER);
    return Arrays.copyOfRange(frames, 5, 5 + length);
  }

  private static void failed(HttpResponse<byte[]> answer, int status, String sentence) {
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/grpc-web");
    assertThat(answer.headers().firstValue("grpc-status")).contains(String.valueOf(status));
    assertThat(answer.headers().firstValue("grpc-message").orElse("")).contains(sentence);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void an_upload_and_a_download_as_the_client_makes_them() throws InvalidProtocolBufferException {
    HttpResponse<byte[]> answer = sent(UPLOAD, BINARY, uploading());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains(BINARY);
    UploadImageResponse uploaded = UploadImageResponse.parseFrom(message(answer.body()));
    assertThat(uploaded.getWidth()).isEqualTo(512);
    assertThat(uploaded.getHeight()).isEqualTo(438);
    assertThat(uploaded.getImageFormat()).isEqualTo(4);
    assertThat(uploaded.getFileStorageTypeId()).isEqualTo(1);

    byte[] downloaded = message(sent(DOWNLOAD, BINARY, frame(asked(uploaded.getId()))).body());
    assertThat(DownloadImageResponse.parseFrom(downloaded).getContent().toByteArray())
        .isEqualTo(picture);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEXT,
        "application/grpc-web-text+proto",
        "application/grpc-web-text; charset=utf-8"
      })
  void the_same_in_text(String type) throws InvalidProtocolBufferException {
    HttpResponse<byte[]> answer = sent(UPLOAD, type, Base64.getEncoder().encode(uploading()));
    assertThat(answer.headers().firstValue("content-type"))
        .contains("application/grpc-web-text+proto");
    UploadImageResponse uploaded =
        UploadImageResponse.parseFrom(message(Base64.getDecoder().decode(answer.body())));
    byte[] asking = Base64.getEncoder().encode(frame(asked(uploaded.getId())));
    byte[] downloaded = message(Base64.getDecoder().decode(sent(DOWNLOAD, type, asking).body()));
    assertThat(DownloadImageResponse.parseFrom(downloaded).getContent().toByteArray())
        .isEqualTo(picture);
  }

  @Test
  void text_may_come_in_pieces_each_with_its_own_padding() {
    byte[] frame = uploading();
    byte[] head = Base64.getEncoder().encode(Arrays.copyOf(frame, 5));
    byte[] rest = Base64.getEncoder().encode(Arrays.copyOfRange(frame, 5, frame.length));
    byte[] body = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, body, head.length, rest.length);
    assertThat(sent(UPLOAD, TEXT, body).headers().firstValue("grpc-status")).isEmpty();
  }

  @Test
  void a_download_has_a_length_and_is_not_cached() {
    String id = uploads(alice, picture).getId();
    HttpResponse<byte[]> answer = sent(DOWNLOAD, BINARY, frame(asked(id)));
    assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(answer.body().length);
    assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
  }

  @Test
  void an_error_is_headers_alone() {
    failed(sent(DOWNLOAD, BINARY, frame(asked("unknown"))), 5, "There is no such picture.");
    failed(
        sent(UPLOAD, BINARY, frame(request(ImageRole.IMAGE_ROLE_UNKNOWN, picture))),
        3,
        "A picture is an avatar (1) or belongs to a message (2).");
    failed(
        sent(UPLOAD, BINARY, frame(request(ImageRole.IMAGE_ROLE_MESSAGE, new byte[0]))),
        3,
        "The picture is empty.");
  }

  @Test
  void without_a_valid_token_nothing_works() {
    failed(send(post(UPLOAD, BINARY, uploading()).build()), 16, "Sign in first.");
    failed(
        send(post(UPLOAD, BINARY, uploading()).header("authorization", "nonsense").build()),
        16,
        "Sign in first.");
    String revoked = server.authentication.tokenOf(alice);
    server.authentication.revoke(revoked);
    failed(
        send(post(DOWNLOAD, BINARY, uploading()).header("authorization", revoked).build()),
        16,
        "Sign in first.");
  }

  @Test
  void too_large_a_picture_is_told_so() {
    byte[] padded = Arrays.copyOf(picture, FileServer.LIMITS.bytes() + 1);
    failed(
        sent(UPLOAD, BINARY, frame(request(ImageRole.IMAGE_ROLE_MESSAGE, padded))),
        3,
        "The picture is larger than 2 MiB.");
    byte[] huge = Arrays.copyOf(picture, FileServer.LIMITS.bytes() + 1024 * 1024);
    failed(
        sent(UPLOAD, BINARY, frame(request(ImageRole.IMAGE_ROLE_MESSAGE, huge))),
        3,
        "The picture is larger than 2 MiB.");
    assertThat(sent(UPLOAD, BINARY, uploading()).headers().firstValue("grpc-status")).isEmpty();
  }

  @Test
  void frames_that_are_none_are_refused() {
    byte[] good = uploading();
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    byte[] shorter = Arrays.copyOf(good, good.length - 1);
    byte[] compressed = good.clone();
    compressed[0] = 1;
    byte[] trailers = good.clone();
    trailers[0] = (byte) 0x80;
    byte[] negative = good.clone();
    negative[1] = (byte) 0xFF;
    failed(sent(UPLOAD, BINARY, longer), 3, "not one message");
    failed(sent(UPLOAD, BINARY, shorter), 3, "not one message");
    failed(sent(UPLOAD, BINARY, compressed), 3, "Compressed messages are not understood.");
    failed(sent(UPLOAD, BINARY, trailers), 3, "not one message");
    failed(sent(UPLOAD, BINARY, negative), 3, "not one message");
    failed(sent(UPLOAD, BINARY, new byte[0]), 3, "no message");
    failed(sent(UPLOAD, BINARY, new byte[] {0, 0, 0, 0, 2, 10, 99}), 3, "cannot be read");
    failed(sent(UPLOAD, TEXT, "no base64 !".getBytes(StandardCharsets.UTF_8)), 3, "cannot be read");
  }

  @Test
  void an_unknown_method_is_unimplemented() {
    failed(
        sent("/file_upload.FileUploadGrpcEndpoint/DeleteImageAsync", BINARY, uploading()),
        12,
        "There is no such method.");
  }

  @Test
  void other_content_is_not_supported_and_other_methods_not_allowed() {
    assertThat(sent(UPLOAD, "application/json", uploading()).statusCode()).isEqualTo(415);
    assertThat(send(HttpRequest.newBuilder(server.http(UPLOAD)).build()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void who_has_to_wait_is_told_how_long() {
    try (FileServer strict = new FileServer(folder.resolve("strict"), 1, Duration.ofSeconds(60))) {
      String token = strict.authentication.tokenOf(alice);
      HttpRequest request =
          HttpRequest.newBuilder(strict.http(UPLOAD))
              .header("content-type", BINARY)
              .header("authorization", token)
              .POST(BodyPublishers.ofByteArray(uploading()))
              .build();
      assertThat(send(request).headers().firstValue("grpc-status")).isEmpty();
      HttpResponse<byte[]> limited = send(request);
      failed(limited, 8, "Too many pictures in a short time");
      assertThat(limited.headers().firstValue("retry-after").orElse("")).matches("[1-9][0-9]+");
    }
  }
}
