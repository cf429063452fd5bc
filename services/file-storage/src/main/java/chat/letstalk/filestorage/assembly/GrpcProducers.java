package chat.letstalk.filestorage.assembly;

import chat.letstalk.filestorage.download.DownloadImage;
import chat.letstalk.filestorage.grpc.AccountCheck;
import chat.letstalk.filestorage.grpc.FileStorageServices;
import chat.letstalk.filestorage.grpc.FileUpload;
import chat.letstalk.filestorage.grpc.FileUploadEndpoint;
import chat.letstalk.filestorage.grpc.ImagesEndpoint;
import chat.letstalk.filestorage.identity.SignedIn;
import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.preview.ReadImage;
import chat.letstalk.filestorage.preview.StorePreview;
import chat.letstalk.filestorage.sharing.ShareImage;
import chat.letstalk.filestorage.upload.UploadAdmission;
import chat.letstalk.filestorage.upload.UploadImage;
import chat.letstalk.filestorage.upload.UploadLimits;
import chat.letstalk.grpc.server.Callers;
import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.grpc.server.GrpcSettings;
import chat.letstalk.imagestore.ImageStore;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** The gRPC server, as configured. */
@ApplicationScoped
class GrpcProducers {

  private static final String PREFIX = "letstalk.file-storage.";

  /** What a message holds besides a picture; what is a little too large is told so in words. */
  private static final int ROOM = 1024 * 1024;

  private final Config config;

  @Resource private ManagedScheduledExecutorService deadlines;

  @Inject
  GrpcProducers(Config config) {
    this.config = config;
  }

  /** For the container's proxies. */
  GrpcProducers() {
    this(null);
  }

  @Produces
  @Singleton
  FileUpload fileUpload(UploadImage upload, DownloadImage download, FileMeter meter) {
    return new FileUpload(upload, download, meter);
  }

  @Produces
  @Singleton
  ImagesEndpoint images(ShareImage share, ImageStore store) {
    return new ImagesEndpoint(share, new ReadImage(store), new StorePreview(store), store.typeId());
  }

  @Produces
  @Singleton
  GrpcServer server(
      FileUpload fileUpload,
      ImagesEndpoint images,
      SignedIn signedIn,
      UploadAdmission admission,
      UploadLimits limits,
      FileMeter meter) {
    var callers = config.getValues(PREFIX + "callers", String.class);
    return new GrpcServer(
        settings(limits),
        FileStorageServices.of(
            new FileUploadEndpoint(fileUpload),
            new AccountCheck(signedIn, admission, deadlines),
            images,
            Callers.of(PREFIX + "callers", List.copyOf(callers)),
            meter));
  }

  private GrpcSettings settings(UploadLimits limits) {
    return new GrpcSettings(
        "file-storage",
        config.getValue(PREFIX + "grpc.host", String.class),
        config.getValue(PREFIX + "grpc.port", Integer.class),
        config.getValue(PREFIX + "grpc.stop-within", Duration.class),
        limits.bytes() + ROOM,
        config.getValue(PREFIX + "grpc.threads", Integer.class));
  }
}
