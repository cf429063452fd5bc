package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import chat.letstalk.contracts.channel.Channels;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.images.Pictures;
import chat.letstalk.images.file.ImageFormat;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures go up, come back and get previews: the same wherever they are kept and worked on. */
abstract class ThePictures {

  private static final byte[] PICTURE =
      Pictures.encoded(Pictures.quarters(1400, 1200), ImageFormat.WEBP);

  private final Stack stack;
  private final int fileStorageTypeId;
  private Person alice;
  private Person bob;

  ThePictures(Stack stack, int fileStorageTypeId) {
    this.stack = stack;
    this.fileStorageTypeId = fileStorageTypeId;
  }

  @BeforeEach
  void two_people_sign_in() {
    alice = Person.signedIn(stack, "Alice");
    bob = Person.signedIn(stack, "Bob");
  }

  private GrpcWebFiles files(Person person) {
    return new GrpcWebFiles(stack.files(), person.token());
  }

  @Test
  void an_upload_comes_back_by_both_ways() {
    UploadImageResponse uploaded = files(alice).upload(PICTURE);
    assertThat(uploaded.getWidth()).isEqualTo(1400);
    assertThat(uploaded.getHeight()).isEqualTo(1200);
    assertThat(uploaded.getImageFormat()).isEqualTo(4);
    assertThat(uploaded.getFileStorageTypeId()).isEqualTo(fileStorageTypeId);
    assertThat(uploaded.getSignature()).isNotEmpty();

    var downloaded = files(alice).download(uploaded.getId(), fileStorageTypeId);
    assertThat(downloaded.getContent().toByteArray()).isEqualTo(PICTURE);
    assertThat(downloaded.getWidth()).isEqualTo(1400);
    HttpResponse<byte[]> fetched = files(alice).get(uploaded.getId());
    assertThat(fetched.statusCode()).isEqualTo(200);
    assertThat(fetched.headers().firstValue("Content-Type")).contains("image/webp");
    assertThat(fetched.body()).isEqualTo(PICTURE);
  }

  @Test
  void somebody_elses_picture_is_not_there() {
    String id = files(alice).upload(PICTURE).getId();
    refused(Status.Code.NOT_FOUND, () -> files(bob).download(id, fileStorageTypeId));
    assertThat(files(bob).get(id).statusCode()).isEqualTo(404);
  }

  @Test
  void who_has_not_signed_in_gets_and_leaves_nothing() {
    String id = files(alice).upload(PICTURE).getId();
    for (String token : new String[] {null, "nonsense", alice.token() + "x"}) {
      GrpcWebFiles stranger = files(alice).withToken(token);
      refused(Status.Code.UNAUTHENTICATED, () -> stranger.upload(PICTURE));
      refused(Status.Code.UNAUTHENTICATED, () -> stranger.download(id, fileStorageTypeId));
      assertThat(stranger.get(id).statusCode()).isEqualTo(401);
    }
  }

  private static void refused(Status.Code code, ThrowingCallable call) {
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.getStatus().getCode()).isEqualTo(code));
  }

  @Test
  void a_preview_is_made_and_seen_by_whoever_sees_the_picture() {
    String id = files(alice).upload(PICTURE).getId();
    Events.publish(stack, Channels.IMAGE_PREVIEW_REQUESTS, previewRequest(id));

    JsonObject ready = Events.find(stack, Channels.IMAGE_PREVIEWS, id);
    assertThat(ready.getInt("width")).isEqualTo(512);
    assertThat(ready.getInt("height")).isEqualTo(439);
    assertThat(ready.getInt("fileStorageTypeId")).isEqualTo(fileStorageTypeId);
    String previewId = ready.getString("previewId");
    HttpResponse<byte[]> preview = files(alice).get(previewId);
    assertThat(preview.statusCode()).isEqualTo(200);
    assertThat(preview.headers().firstValue("Content-Type")).contains("image/webp");
    assertThat(files(bob).get(previewId).statusCode()).isEqualTo(404);
  }

  private JsonObject previewRequest(String imageId) {
    return Json.createObjectBuilder()
        .add("eventId", UUID.randomUUID().toString())
        .add("messageId", UUID.randomUUID().toString())
        .add("chatId", UUID.randomUUID().toString())
        .add("imageId", imageId)
        .add("fileStorageTypeId", fileStorageTypeId)
        .build();
  }
}
