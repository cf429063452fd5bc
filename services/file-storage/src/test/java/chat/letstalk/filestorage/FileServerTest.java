package chat.letstalk.filestorage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.fileupload.DownloadImageRequest;
import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.filestorage.client.SentImage;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests on the whole service share. */
public abstract class FileServerTest {

  protected final UUID alice = UUID.randomUUID();
  protected final UUID bob = UUID.randomUUID();
  protected final UUID carol = UUID.randomUUID();

  @TempDir protected Path folder;
  protected FileServer server;

  @BeforeEach
  void startServer() {
    server = new FileServer(folder);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  protected static UploadImageRequest request(ImageRole role, byte[] content) {
    return UploadImageRequest.newBuilder()
        .setImageRole(role)
        .setContent(ByteString.copyFrom(content))
        .build();
  }

  protected UploadImageResponse uploads(UUID account, byte[] content) {
    return server.grpc(account).uploadImageAsync(request(ImageRole.IMAGE_ROLE_MESSAGE, content));
  }

  protected UploadImageResponse uploadsAvatar(UUID account, byte[] content) {
    return server.grpc(account).uploadImageAsync(request(ImageRole.IMAGE_ROLE_AVATAR, content));
  }

  protected DownloadImageResponse downloads(UUID account, String id) {
    return server.grpc(account).downloadImageAsync(asked(id));
  }

  protected static DownloadImageRequest asked(String id) {
    return DownloadImageRequest.newBuilder().setImageId(id).setFileStorageTypeId(1).build();
  }

  /** An upload's answer as a client gives it back. */
  protected static SentImage sent(UploadImageResponse answer) {
    return new SentImage(
        answer.getId(),
        answer.getWidth(),
        answer.getHeight(),
        answer.getImageFormat(),
        answer.getFileStorageTypeId(),
        answer.getSignature());
  }

  /** The call fails with a status and a plain sentence, and the service goes on. */
  protected void refused(Status.Code code, String sentence, ThrowingCallable call) {
    StatusRuntimeException failure =
        Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.getStatus().getCode()).as(failure.getMessage()).isEqualTo(code);
    assertThat(failure.getStatus().getDescription()).contains(sentence);
    assertThat(uploads(carol, TestPictures.webp(10, 10)).getId()).isNotEmpty();
  }
}
