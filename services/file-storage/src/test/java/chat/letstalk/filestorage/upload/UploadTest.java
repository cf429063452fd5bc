package chat.letstalk.filestorage.upload;

import static org.assertj.core.api.Assertions.assertThat;

import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.filestorage.FileServer;
import chat.letstalk.filestorage.FileServerTest;
import chat.letstalk.filestorage.TestPictures;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.file.ImageHeader;
import chat.letstalk.images.file.Orientation;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a picture on its way in, over real gRPC. */
class UploadTest extends FileServerTest {

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void a_picture_of_each_format_is_kept_as_it_is(ImageFormat format) {
    byte[] picture = TestPictures.picture(format, 700, 600);
    UploadImageResponse answer = uploads(alice, picture);
    assertThat(answer.getWidth()).isEqualTo(700);
    assertThat(answer.getHeight()).isEqualTo(600);
    assertThat(answer.getImageFormat()).isEqualTo(format.number());
    assertThat(answer.getFileStorageTypeId()).isEqualTo(1);
    assertThat(answer.getId()).matches("[0-9a-f-]{36}");
    assertThat(answer.getSignature()).matches("[0-9]+\\.[A-Za-z0-9_-]{43}");
    var downloaded = downloads(alice, answer.getId());
    assertThat(ImageHeader.read(downloaded.getContent().toByteArray()))
        .isEqualTo(ImageHeader.read(picture));
    assertThat(downloaded.getWidth()).isEqualTo(700);
    assertThat(downloaded.getHeight()).isEqualTo(600);
  }

  @Test
  void what_the_client_sends_comes_back_byte_by_byte() {
    byte[] picture = TestPictures.webp(512, 438);
    UploadImageResponse answer = uploadsAvatar(alice, picture);
    assertThat(downloads(alice, answer.getId()).getContent().toByteArray()).isEqualTo(picture);
  }

  @Test
  void a_picture_from_a_phone_is_turned_and_does_not_say_where_it_was_taken() {
    UploadImageResponse answer = uploads(alice, TestPictures.jpegFromPhone(640, 480, 6));
    assertThat(answer.getWidth()).isEqualTo(480);
    assertThat(answer.getHeight()).isEqualTo(640);
    byte[] kept = downloads(alice, answer.getId()).getContent().toByteArray();
    assertThat(ImageHeader.read(kept).orientation()).isEqualTo(Orientation.AS_IT_IS);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "52.5N");
  }

  @Test
  void a_picture_that_stands_upright_loses_its_place_but_no_pixel() {
    byte[] plain = TestPictures.picture(ImageFormat.JPEG, 64, 48);
    UploadImageResponse answer = uploads(alice, TestPictures.jpegFromPhone(64, 48, 1));
    assertThat(downloads(alice, answer.getId()).getContent().toByteArray()).isEqualTo(plain);
  }

  @Test
  void an_empty_upload_is_refused() {
    refused(
        Status.Code.INVALID_ARGUMENT, "The picture is empty.", () -> uploads(alice, new byte[0]));
    assertThat(server.meter.refusals(Refusal.EMPTY)).isEqualTo(1);
  }

  @Test
  void an_upload_that_is_a_little_too_large_is_refused() {
    refused(
        Status.Code.INVALID_ARGUMENT,
        "The picture is larger than 2 MiB.",
        () -> uploads(alice, padded(FileServer.LIMITS.bytes() + 1)));
  }

  @Test
  void an_upload_that_is_far_too_large_is_refused_before_it_is_read() {
    refused(
        Status.Code.RESOURCE_EXHAUSTED,
        "exceeds maximum size",
        () -> uploads(alice, padded(8 * 1024 * 1024)));
  }

  private static byte[] padded(int length) {
    return Arrays.copyOf(TestPictures.webp(10, 10), length);
  }

  @Test
  void an_unknown_role_is_refused() {
    byte[] picture = TestPictures.webp(10, 10);
    refused(
        Status.Code.INVALID_ARGUMENT,
        "avatar (1) or belongs to a message (2)",
        () -> server.grpc(alice).uploadImageAsync(request(ImageRole.IMAGE_ROLE_UNKNOWN, picture)));
    var unheardOf =
        UploadImageRequest.newBuilder(request(ImageRole.IMAGE_ROLE_AVATAR, picture))
            .setImageRoleValue(7)
            .build();
    refused(
        Status.Code.INVALID_ARGUMENT,
        "avatar (1) or belongs to a message (2)",
        () -> server.grpc(alice).uploadImageAsync(unheardOf));
  }

  @Test
  void an_avatar_fits_512_pixels() {
    assertThat(uploadsAvatar(alice, TestPictures.webp(512, 512)).getWidth()).isEqualTo(512);
    refused(
        Status.Code.INVALID_ARGUMENT,
        "The picture has 513 x 10 pixels; 512 x 512 are allowed.",
        () -> uploadsAvatar(alice, TestPictures.webp(513, 10)));
  }

  @Test
  void a_picture_in_a_chat_fits_4000_pixels() {
    assertThat(uploads(alice, TestPictures.webp(4000, 10)).getWidth()).isEqualTo(4000);
    refused(
        Status.Code.INVALID_ARGUMENT,
        "4000 x 4000 are allowed",
        () -> uploads(alice, TestPictures.webp(10, 4001)));
    assertThat(server.meter.refusals(Refusal.PIXELS)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<html><body><script>alert(1)</script></body></html>",
        "%PDF-1.7",
        "BM and the rest of a bitmap",
        "RIFF....WAVEfmt ",
        "GIF89a"
      })
  void what_is_no_picture_is_refused(String content) {
    refused(
        Status.Code.INVALID_ARGUMENT,
        "",
        () -> uploads(alice, content.getBytes(StandardCharsets.UTF_8)));
    assertThat(server.meter.refusals(Refusal.CONTENT)).isEqualTo(1);
  }

  @Test
  void a_truncated_picture_is_refused() {
    byte[] picture = TestPictures.webp(100, 100);
    refused(
        Status.Code.INVALID_ARGUMENT,
        "",
        () -> uploads(alice, Arrays.copyOf(picture, picture.length - 20)));
  }

  @Test
  void what_hides_behind_a_picture_is_not_kept() {
    byte[] picture = TestPictures.picture(ImageFormat.PNG, 10, 10);
    byte[] polyglot = Arrays.copyOf(picture, picture.length + 1000);
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(script, 0, polyglot, picture.length, script.length);
    UploadImageResponse answer = uploads(alice, polyglot);
    assertThat(downloads(alice, answer.getId()).getContent().toByteArray()).isEqualTo(picture);
  }

  @Test
  void noise_never_hurts() {
    Random random = new Random(7);
    byte[] picture = TestPictures.picture(ImageFormat.JPEG, 40, 30);
    for (int n = 0; n < 40; n++) {
      byte[] noisy = picture.clone();
      noisy[random.nextInt(noisy.length)] = (byte) random.nextInt();
      try {
        assertThat(uploads(alice, noisy).getId()).isNotEmpty();
      } catch (StatusRuntimeException e) {
        assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      }
    }
  }

  @Test
  void nobody_uploads_without_end() {
    try (FileServer strict = new FileServer(folder.resolve("strict"), 2, Duration.ofSeconds(60))) {
      var stub = strict.grpc(alice);
      var request = request(ImageRole.IMAGE_ROLE_MESSAGE, TestPictures.webp(10, 10));
      var unused = stub.uploadImageAsync(request);
      unused = stub.uploadImageAsync(request);
      refused(
          Status.Code.RESOURCE_EXHAUSTED,
          "Too many pictures in a short time",
          () -> stub.uploadImageAsync(request));
      assertThat(strict.grpc(bob).uploadImageAsync(request).getId()).isNotEmpty();
    }
  }
}
