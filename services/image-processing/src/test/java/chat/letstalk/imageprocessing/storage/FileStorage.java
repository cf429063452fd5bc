package chat.letstalk.imageprocessing.storage;

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

/** The real file-storage's gRPC server on a folder, with a client of it that it knows. */
public final class FileStorage implements AutoCloseable {

  static final String KEY = "a-key-of-image-processing-for-tests";

  private final ImageStore store;
  private final GrpcServer server;
  private final ImagesClient client;

  private FileStorage(Path folder) {
    store = new LocalImageStore(folder);
    server = new GrpcServer(settings(), List.of(services()));
    server.start();
    client = new ImagesClient(address(), KEY);
  }

  /** Starts one on a free port. */
  public static FileStorage on(Path folder) {
    return new FileStorage(folder);
  }

  private static GrpcSettings settings() {
    return new GrpcSettings("file-storage", "127.0.0.1", 0, Duration.ofSeconds(5), 4 << 20, 4);
  }

  private ServerServiceDefinition services() {
    return ServerInterceptors.interceptForward(
        new ImagesEndpoint(null, new ReadImage(store), new StorePreview(store), store.typeId()),
        new CallerCheck(
            Callers.of("callers", List.of("image-processing:" + KEY)),
            (service, method) -> true,
            () -> {}),
        new ErrorStatus(FailureStatus::of));
  }

  /** Its client. */
  public ImagesClient client() {
    return client;
  }

  String address() {
    return "127.0.0.1:" + server.port();
  }

  int typeId() {
    return store.typeId();
  }

  /** Keeps a picture of a message, and gives its id. */
  public String put(byte[] picture) {
    ImageShape shape = new ImageShape("image/jpeg", 1, 1);
    return store.put(UUID.randomUUID(), ImageRole.MESSAGE, shape, picture).id().toString();
  }

  /** What is kept under an id. */
  public byte[] content(String id) {
    try (InputStream content = store.open(ImageId.parse(id).orElseThrow()).orElseThrow()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody answers its clients any more. */
  public void goesAway() {
    server.close();
  }

  @Override
  public void close() {
    client.close();
    server.close();
    store.close();
  }
}
