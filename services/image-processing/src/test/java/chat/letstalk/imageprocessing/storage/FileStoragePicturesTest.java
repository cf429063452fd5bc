package chat.letstalk.imageprocessing.storage;

import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.preview.LocalPreviews;
import chat.letstalk.images.preview.MakePreview;
import chat.letstalk.images.preview.PreviewLimits;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.images.preview.PreviewsSuite;
import chat.letstalk.images.preview.PreviewsUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews made in this process, of pictures that the real file-storage keeps, over gRPC. */
class FileStoragePicturesTest extends PreviewsSuite {

  private static final PreviewLimits LIMITS =
      new PreviewLimits(2 << 20, 4_000_000, Duration.ofMinutes(2));

  @TempDir static Path folder;
  private static FileStorage storage;

  @BeforeAll
  static void start() {
    storage = FileStorage.on(folder);
  }

  @AfterAll
  static void stop() {
    storage.close();
  }

  @Override
  protected Previews previews() {
    return over(storage.client());
  }

  private static Previews over(ImagesClient images) {
    return new LocalPreviews(new FileStoragePictures(images), MakePreview.within(LIMITS), LIMITS);
  }

  @Override
  protected String put(byte[] picture) {
    return storage.put(picture);
  }

  @Override
  protected byte[] content(String id) {
    return storage.content(id);
  }

  @Test
  void while_file_storage_is_away_or_does_not_know_us_the_picture_can_be_done_later() {
    try (ImagesClient nobody = new ImagesClient("127.0.0.1:9", FileStorage.KEY);
        ImagesClient stranger = new ImagesClient(storage.address(), "another key")) {
      for (ImagesClient images : List.of(nobody, stranger)) {
        assertThatThrownBy(() -> over(images).of(UUID.randomUUID().toString()))
            .isInstanceOf(PreviewsUnavailable.class)
            .hasMessageContaining("letstalk.file-storage.");
      }
    }
  }

  @Test
  void the_number_of_the_store_goes_with_the_preview() {
    String id = put(encoded(quarters(40, 30), ImageFormat.PNG));

    assertThat(previews().of(id).preview().fileStorageTypeId()).isEqualTo(storage.typeId());
  }
}
