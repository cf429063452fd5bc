package chat.letstalk.filestorage.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.filestorage.FileServer;
import chat.letstalk.filestorage.FileServerTest;
import chat.letstalk.filestorage.TestPictures;
import chat.letstalk.filestorage.client.FileStorageUnavailable;
import chat.letstalk.filestorage.client.ImageRefused;
import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.filestorage.client.SentImage;
import chat.letstalk.filestorage.client.StoredPreview;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.filestorage.upload.UploadSignature;
import chat.letstalk.filestorage.upload.UploadedImage;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.imagestore.ImageId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services may do with pictures, over real gRPC. */
class SharingTest extends FileServerTest {

  private ImagesClient chatApi;
  private ImagesClient imageProcessing;
  private SentImage sent;

  @BeforeEach
  void upload() {
    chatApi = server.images("chat-api");
    imageProcessing = server.images("image-processing");
    sent = sent(uploads(alice, TestPictures.webp(40, 30)));
  }

  @AfterEach
  void close() {
    chatApi.close();
    imageProcessing.close();
  }

  private void shares(SentImage image, UUID owner) {
    chatApi.shareWith(image, owner.toString(), List.of(alice.toString(), bob.toString()));
  }

  private void refused(SentImage image, UUID owner, String sentence) {
    assertThatThrownBy(() -> shares(image, owner))
        .isInstanceOf(ImageRefused.class)
        .hasMessage(sentence);
    shares(sent, alice);
  }

  private SentImage signed(String signature) {
    return new SentImage(
        sent.id(),
        sent.width(),
        sent.height(),
        sent.imageFormat(),
        sent.fileStorageTypeId(),
        signature);
  }

  @Test
  void sharing_may_be_repeated() {
    shares(sent, alice);
    shares(sent, alice);
    assertThat(downloads(bob, sent.id()).getWidth()).isEqualTo(40);
  }

  @Test
  void a_missing_signature_is_refused() {
    refused(signed(""), alice, "The picture's signature is missing.");
    assertThat(server.meter.refusals(Refusal.SIGNATURE)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "9999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "9999999999999999999999.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "-1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ".",
        "\n"
      })
  void a_wrong_signature_is_refused(String signature) {
    refused(signed(signature), alice, "The picture's signature is wrong.");
  }

  @Test
  void a_signature_with_another_expiry_is_refused() {
    String later = "9" + sent.signature();
    refused(signed(later), alice, "The picture's signature is wrong.");
  }

  @Test
  void somebody_elses_picture_is_refused() {
    refused(sent, bob, "The picture's signature is wrong.");
  }

  @Test
  void a_signature_is_for_every_single_field() {
    String another = uploads(alice, TestPictures.webp(40, 30)).getId();
    String signature = sent.signature();
    for (SentImage changed :
        List.of(
            new SentImage(another, 40, 30, 4, 1, signature),
            new SentImage(sent.id(), 41, 30, 4, 1, signature),
            new SentImage(sent.id(), 40, 31, 4, 1, signature),
            new SentImage(sent.id(), 40, 30, 1, 1, signature),
            new SentImage(sent.id(), 40, 30, 4, 2, signature))) {
      refused(changed, alice, "The picture's signature is wrong.");
    }
  }

  @Test
  void an_expired_signature_is_refused() {
    var yesterday = Clock.fixed(Instant.now().minus(Duration.ofDays(1)), ZoneOffset.UTC);
    var signature =
        new UploadSignature(List.of(FileServer.SIGNATURE_KEY), Duration.ofHours(12), yesterday);
    String expired = signature.sign(new UploadedImage(sent.id(), 40, 30, 4, 1), alice);
    refused(signed(expired), alice, "The picture was uploaded too long ago: upload it again.");
  }

  @Test
  void an_avatar_is_not_for_chats_and_a_chats_picture_is_no_avatar() {
    UploadImageResponse avatar = uploadsAvatar(alice, TestPictures.webp(40, 30));
    refused(sent(avatar), alice, "The picture was not uploaded for a chat.");
    assertThatThrownBy(() -> chatApi.shareWithEverybody(sent, alice.toString()))
        .isInstanceOf(ImageRefused.class)
        .hasMessage("The picture was not uploaded as an avatar.");
  }

  @Test
  void a_picture_that_is_gone_is_refused() {
    server.store.remove(ImageId.parse(sent.id()).orElseThrow());
    assertThatThrownBy(() -> shares(sent, alice))
        .isInstanceOf(ImageRefused.class)
        .hasMessage("There is no such picture.");
  }

  @Test
  void image_processing_reads_a_picture_whole() {
    byte[] large = TestPictures.picture(ImageFormat.PNG, 3000, 2000);
    String id = uploads(alice, large).getId();
    assertThat(imageProcessing.read(id, 20 * 1024 * 1024)).contains(large);
    assertThat(imageProcessing.read(ImageId.next().toString(), 1000)).isEmpty();
    assertThatThrownBy(() -> imageProcessing.read(id, 100))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_preview_is_stored_once() {
    StoredPreview first = preview(TestPictures.webp(20, 15)).orElseThrow();
    assertThat(first.id()).isNotEqualTo(sent.id());
    assertThat(first.width()).isEqualTo(20);
    assertThat(first.fileStorageTypeId()).isEqualTo(1);
    assertThat(preview(TestPictures.webp(10, 8))).contains(first);
  }

  private Optional<StoredPreview> preview(byte[] content) {
    return imageProcessing.storePreview(sent.id(), content, 20, 15);
  }

  @Test
  void there_is_no_preview_of_a_picture_that_is_gone() {
    server.store.remove(ImageId.parse(sent.id()).orElseThrow());
    assertThat(preview(TestPictures.webp(20, 15))).isEmpty();
  }

  @Test
  void services_do_what_they_may_and_nothing_else() {
    denied("PERMISSION_DENIED", () -> shareBy(imageProcessing));
    denied("PERMISSION_DENIED", () -> chatApi.read(sent.id(), 1000));
    try (ImagesClient stranger = server.imagesWithKey("a key that nobody has given to anybody")) {
      denied("UNAUTHENTICATED", () -> shareBy(stranger));
      denied("UNAUTHENTICATED", () -> stranger.read(sent.id(), 1000));
    }
    try (ImagesClient person = server.imagesWithKey(server.authentication.tokenOf(alice))) {
      denied("UNAUTHENTICATED", () -> person.read(sent.id(), 1000));
    }
    assertThat(server.meter.refusals(Refusal.CALLER)).isEqualTo(5);
  }

  private void shareBy(ImagesClient service) {
    service.shareWith(sent, alice.toString(), List.of(bob.toString()));
  }

  private static void denied(String status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(FileStorageUnavailable.class)
        .hasMessageContaining(status);
  }
}
