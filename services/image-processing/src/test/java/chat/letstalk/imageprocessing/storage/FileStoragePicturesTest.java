package chat.letstalk.imageprocessing.storage;

import static chat.letstalk.images.Pictures.encoded;
import static chat.letstalk.images.Pictures.quarters;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.filestorage.grpc.FailureStatus;
import chat.letstalk.filestorage.grpc.ImagesEndpoint;
import chat.letstalk.filestorage.preview.ReadImage;
import chat.letstalk.filestorage.preview.StorePreview;
import chat.letstalk.grpc.server.CallerCheck;
import chat.letstalk.grpc.server.Callers;
import chat.letstalk.grpc.server.ErrorStatus;
import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.grpc.server.GrpcSettings;
import chat.letstalk.images.file.ImageFormat;
import chat.letstalk.images.preview.LocalPreviews;
import chat.letstalk.images.preview.MakePreview;
import chat.letstalk.images.preview.PreviewLimits;
import chat.letstalk.images.preview.Previews;
import chat.letstalk.images.preview.PreviewsSuite;
import chat.letstalk.images.preview.PreviewsUnavailable;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageRole;
import chat.letstalk.imagestore.ImageShape;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.LocalImageStore;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  private static final String KEY = "a-key-of-image-processing-for-tests";
  private static final PreviewLimits LIMITS =
      new PreviewLimits(2 << 20, 4_000_000, Duration.ofMinutes(2));

  @TempDir static Path folder;
  private static ImageStore store;
  private static GrpcServer server;
  private static ImagesClient client;

  @BeforeAll
  static void start() {
    store = new LocalImageStore(folder);
    server = new GrpcServer(settings(), List.of(services()));
    server.start();
    client = new ImagesClient("127.0.0.1:" + server.port(), KEY);
  }

  private static GrpcSettings settings() {
    return new GrpcSettings("file-storage", "127.0.0.1", 0, Duration.ofSeconds(5), 4 << 20, 4);
  }

  private static ServerServiceDefinition services() {
    return ServerInterceptors.interceptForward(
        new ImagesEndpoint(null, new ReadImage(store), new StorePreview(store), store.typeId()),
        new CallerCheck(
            Callers.of("callers", List.of("image-processing:" + KEY)),
            (service, method) -> true,
            () -> {}),
        new ErrorStatus(FailureStatus::of));
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    store.close();
  }

  @Override
  protected Previews previews() {
    return over(client);
  }

  private static Previews over(ImagesClient images) {
    return new LocalPreviews(new FileStoragePictures(images), MakePreview.within(LIMITS), LIMITS);
  }

  @Override
  protected String put(byte[] picture) {
    ImageShape shape = new ImageShape("image/jpeg", 1, 1);
    return store.put(UUID.randomUUID(), ImageRole.MESSAGE, shape, picture).id().toString();
  }

  @Override
  protected byte[] content(String id) {
    try (InputStream content = store.open(ImageId.parse(id).orElseThrow()).orElseThrow()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void while_file_storage_is_away_or_does_not_know_us_the_picture_can_be_done_later() {
    try (ImagesClient nobody = new ImagesClient("127.0.0.1:9", KEY);
        ImagesClient stranger = new ImagesClient("127.0.0.1:" + server.port(), "another key")) {
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

    assertThat(previews().of(id).preview().fileStorageTypeId()).isEqualTo(store.typeId());
  }
}
