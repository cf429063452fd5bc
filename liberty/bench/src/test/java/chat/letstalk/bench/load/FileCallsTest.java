package chat.letstalk.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.people.Person;
import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileCallsTest {

  private static final byte[] TRAILERS = "grpc-status:0\r\n".getBytes(US_ASCII);
  private static final UploadImageResponse UPLOADED =
      UploadImageResponse.newBuilder().setId("one").setFileStorageTypeId(1).build();

  private final Person person = new Person("1", "token");
  private HttpServer server;
  private FileCalls calls;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    calls = new FileCalls(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void what_is_uploaded_gets_an_id_and_comes_back_by_it() throws Exception {
    serve("UploadImageAsync", UPLOADED);
    var picture =
        DownloadImageResponse.newBuilder().setContent(ByteString.copyFromUtf8("picture")).build();
    serve("DownloadImageAsync", picture);
    assertThat(calls.upload(person, new byte[] {1, 2}).get(30, TimeUnit.SECONDS))
        .isEqualTo(UPLOADED);
    assertThat(calls.download(person, UPLOADED).get(30, TimeUnit.SECONDS)).isEqualTo(picture);
  }

  @Test
  void a_refusal_says_the_status_and_the_sentence() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("grpc-status", "8");
          exchange.getResponseHeaders().set("grpc-message", "Too many pictures");
          answer(exchange, new byte[0]);
        });
    var refused = calls.upload(person, new byte[] {1});
    assertThatThrownBy(() -> refused.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(BenchException.class)
        .hasMessageContaining("gRPC status 8: Too many pictures");
  }

  private void serve(String method, MessageLite message) {
    byte[] bytes = message.toByteArray();
    ByteBuffer frames =
        ByteBuffer.allocate(10 + bytes.length + TRAILERS.length)
            .put((byte) 0)
            .putInt(bytes.length)
            .put(bytes)
            .put((byte) 0x80)
            .putInt(TRAILERS.length)
            .put(TRAILERS);
    server.createContext(
        "/file_upload.FileUploadGrpcEndpoint/" + method,
        exchange -> answer(exchange, frames.array()));
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
