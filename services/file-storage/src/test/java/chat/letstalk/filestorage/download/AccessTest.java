package chat.letstalk.filestorage.download;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.filestorage.FileServerTest;
import chat.letstalk.filestorage.TestPictures;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.imagestore.ImageId;
import io.grpc.Status;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees a picture, over real gRPC. */
class AccessTest extends FileServerTest {

  private static final String NO_SUCH = "There is no such picture.";

  private final byte[] picture = TestPictures.webp(40, 30);

  @Test
  void an_owner_sees_a_picture_before_it_is_sent_and_nobody_else_does() {
    String id = uploads(alice, picture).getId();
    assertThat(downloads(alice, id).getContent().toByteArray()).isEqualTo(picture);
    refused(Status.Code.NOT_FOUND, NO_SUCH, () -> downloads(bob, id));
  }

  @Test
  void the_members_of_a_chat_see_its_pictures_and_others_do_not() {
    UploadImageResponse uploaded = uploads(alice, picture);
    try (var chatApi = server.images("chat-api")) {
      chatApi.shareWith(
          sent(uploaded), alice.toString(), List.of(alice.toString(), bob.toString()));
    }
    assertThat(downloads(bob, uploaded.getId()).getContent().toByteArray()).isEqualTo(picture);
    refused(Status.Code.NOT_FOUND, NO_SUCH, () -> downloads(carol, uploaded.getId()));
    assertThat(server.meter.refusals(Refusal.UNKNOWN)).isEqualTo(1);
  }

  @Test
  void everybody_sees_avatars() {
    UploadImageResponse uploaded = uploadsAvatar(alice, picture);
    try (var chatApi = server.images("chat-api")) {
      chatApi.shareWithEverybody(sent(uploaded), alice.toString());
    }
    assertThat(downloads(UUID.randomUUID(), uploaded.getId()).getContent().toByteArray())
        .isEqualTo(picture);
  }

  @Test
  void whoever_may_see_a_picture_may_see_its_preview() {
    UploadImageResponse uploaded = uploads(alice, picture);
    byte[] small = TestPictures.webp(20, 15);
    String preview;
    try (var chatApi = server.images("chat-api");
        var imageProcessing = server.images("image-processing")) {
      chatApi.shareWith(sent(uploaded), alice.toString(), List.of(bob.toString()));
      preview = imageProcessing.storePreview(uploaded.getId(), small, 20, 15).orElseThrow().id();
    }
    var seen = downloads(bob, preview);
    assertThat(seen.getContent().toByteArray()).isEqualTo(small);
    assertThat(seen.getWidth()).isEqualTo(20);
    assertThat(seen.getHeight()).isEqualTo(15);
    refused(Status.Code.NOT_FOUND, NO_SUCH, () -> downloads(carol, preview));
  }

  @Test
  void a_picture_that_was_seen_a_moment_ago_is_gone_once_it_is_removed() {
    String id = uploads(alice, picture).getId();
    assertThat(downloads(alice, id).getContent().toByteArray()).isEqualTo(picture);
    server.store.remove(ImageId.parse(id).orElseThrow());
    refused(Status.Code.NOT_FOUND, NO_SUCH, () -> downloads(alice, id));
  }

  @Test
  void a_large_picture_comes_whole() {
    byte[] large = TestPictures.picture(ImageFormat.PNG, 3000, 2000);
    assertThat(downloads(alice, uploads(alice, large).getId()).getContent().toByteArray())
        .isEqualTo(large);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f",
        "../../../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "records/ab/cd/01936f1c-5c9a-7b3e-8f00-0a1b2c3d4e5f",
        "01936F1C-5C9A-7B3E-8F00-0A1B2C3D4E5F",
        "/",
        "\0"
      })
  void an_unknown_id_is_not_found_whatever_it_looks_like(String id) {
    refused(Status.Code.NOT_FOUND, NO_SUCH, () -> downloads(alice, id));
  }
}
