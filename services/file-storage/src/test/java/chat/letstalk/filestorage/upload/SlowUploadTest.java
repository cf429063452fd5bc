package chat.letstalk.filestorage.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.letstalk.contracts.fileupload.FileUploadGrpcEndpointGrpc;
import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.filestorage.FileServer;
import chat.letstalk.filestorage.TestPictures;
import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads that never end hold no place for ever. */
class SlowUploadTest {

  private static final Duration WITHIN = Duration.ofMillis(800);

  private final UUID alice = UUID.randomUUID();

  @TempDir Path folder;
  private FileServer server;

  @BeforeEach
  void start() {
    server = new FileServer(folder, 100, WITHIN);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_call_that_never_sends_its_picture_is_ended_and_leaves_its_place() {
    List<AtomicReference<Status>> ends = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      ends.add(beginsAndNeverEnds());
    }
    await()
        .untilAsserted(
            () ->
                assertThat(ends)
                    .extracting(end -> end.get() == null ? null : end.get().getCode())
                    .containsOnly(Status.Code.DEADLINE_EXCEEDED));
    await().untilAsserted(() -> assertThat(uploads().getId()).isNotEmpty());
  }

  private AtomicReference<Status> beginsAndNeverEnds() {
    AtomicReference<Status> end = new AtomicReference<>();
    // Of a unary call gRPC's own client sends nothing before its message is complete.
    var method =
        FileUploadGrpcEndpointGrpc.getUploadImageAsyncMethod().toBuilder()
            .setType(MethodType.CLIENT_STREAMING)
            .build();
    var call = server.grpc(alice).getChannel().newCall(method, CallOptions.DEFAULT);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            end.set(status);
          }
        },
        new Metadata());
    call.request(1);
    return end;
  }

  private UploadImageResponse uploads() {
    return server
        .grpc(alice)
        .uploadImageAsync(
            UploadImageRequest.newBuilder()
                .setImageRole(ImageRole.IMAGE_ROLE_AVATAR)
                .setContent(ByteString.copyFrom(TestPictures.webp(10, 10)))
                .build());
  }

  @Test
  void a_body_that_drips_is_given_up() throws IOException {
    URI address = server.http("/file_upload.FileUploadGrpcEndpoint/UploadImageAsync");
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          """
          POST %s HTTP/1.1
          Host: localhost
          Content-Type: application/grpc-web+proto
          Authorization: %s
          Content-Length: 100000

          """
              .formatted(address.getPath(), server.authentication.tokenOf(alice));
      out.write(head.replace("\n", "\r\n").getBytes(US_ASCII));
      InputStream in = socket.getInputStream();
      await()
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                if (in.available() == 0) {
                  out.write(0);
                  out.flush();
                }
                return in.available() > 0;
              });
      byte[] answer = new byte[in.available()];
      assertThat(in.read(answer)).isPositive();
      assertThat(new String(answer, US_ASCII)).contains("The picture took too long to arrive.");
    }
    assertThat(uploads().getId()).isNotEmpty();
  }
}
