package chat.letstalk.filestorage;

import chat.letstalk.contracts.fileupload.FileUploadGrpcEndpointGrpc;
import chat.letstalk.contracts.fileupload.FileUploadGrpcEndpointGrpc.FileUploadGrpcEndpointBlockingStub;
import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.filestorage.download.DownloadImage;
import chat.letstalk.filestorage.download.ImageServlet;
import chat.letstalk.filestorage.download.RecentContents;
import chat.letstalk.filestorage.grpc.AccountCheck;
import chat.letstalk.filestorage.grpc.FileStorageServices;
import chat.letstalk.filestorage.grpc.FileUpload;
import chat.letstalk.filestorage.grpc.FileUploadEndpoint;
import chat.letstalk.filestorage.grpc.ImagesEndpoint;
import chat.letstalk.filestorage.grpcweb.GrpcWebServlet;
import chat.letstalk.filestorage.identity.AskAuthentication;
import chat.letstalk.filestorage.identity.RememberedTokens;
import chat.letstalk.filestorage.identity.SignedIn;
import chat.letstalk.filestorage.preview.ReadImage;
import chat.letstalk.filestorage.preview.StorePreview;
import chat.letstalk.filestorage.sharing.ShareImage;
import chat.letstalk.filestorage.upload.UploadAdmission;
import chat.letstalk.filestorage.upload.UploadImage;
import chat.letstalk.filestorage.upload.UploadLimits;
import chat.letstalk.filestorage.upload.UploadSignature;
import chat.letstalk.grpc.server.Callers;
import chat.letstalk.grpc.server.GrpcServer;
import chat.letstalk.grpc.server.GrpcSettings;
import chat.letstalk.images.pixels.DecodePicture;
import chat.letstalk.images.pixels.EncodePicture;
import chat.letstalk.images.upload.CleanPicture;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.LocalImageStore;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The service, whole but for its container, on free ports of this machine. */
public final class FileServer implements AutoCloseable {

  public static final UploadLimits LIMITS = new UploadLimits(2 * 1024 * 1024, 512, 4000);
  public static final String SIGNATURE_KEY = "signs uploads, in tests and nowhere else";

  private static final int ROOM = 1024 * 1024;
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  public final TestAuthentication authentication = new TestAuthentication();
  public final Counts meter = new Counts();
  public final ImageStore store;
  private final ScheduledExecutorService deadlines = Executors.newScheduledThreadPool(1);
  private final GrpcServer server;
  private final ServletServer http;
  private final ManagedChannel channel;

  public FileServer(Path folder) {
    this(folder, 100, Duration.ofSeconds(60));
  }

  /**
   * @param uploads of one account in ten minutes
   * @param arriveWithin how long one may take to arrive
   */
  public FileServer(Path folder, int uploads, Duration arriveWithin) {
    store = new LocalImageStore(folder);
    var signature =
        new UploadSignature(List.of(SIGNATURE_KEY), Duration.ofHours(12), Clock.systemUTC());
    var upload = new UploadImage(LIMITS, cleaning(), store, signature, meter);
    var download = new DownloadImage(store, new RecentContents(1024 * 1024, 4096), meter);
    var fileUpload = new FileUpload(upload, download, meter);
    var admission = new UploadAdmission(8, uploads, arriveWithin, meter);
    var signedIn = signedIn();
    server =
        new GrpcServer(
            new GrpcSettings(
                "file-storage", "127.0.0.1", 0, Duration.ofSeconds(2), LIMITS.bytes() + ROOM, 8),
            FileStorageServices.of(
                new FileUploadEndpoint(fileUpload),
                new AccountCheck(signedIn, admission, deadlines),
                new ImagesEndpoint(
                    new ShareImage(signature, store, meter),
                    new ReadImage(store),
                    new StorePreview(store),
                    store.typeId()),
                Callers.of("callers", List.of(entry("chat-api"), entry("image-processing"))),
                meter));
    server.start();
    http =
        new ServletServer()
            .add(
                GrpcWebServlet.PATH,
                new GrpcWebServlet(fileUpload, signedIn, admission, upload, LIMITS.bytes()))
            .add(ImageServlet.PATH, new ImageServlet(download, signedIn))
            .start();
    channel =
        NettyChannelBuilder.forAddress("127.0.0.1", server.port())
            .usePlaintext()
            .maxInboundMessageSize(64 * 1024 * 1024)
            .build();
  }

  private static CleanPicture cleaning() {
    return new CleanPicture(
        new DecodePicture(TestPictures.PLUGINS),
        new EncodePicture(TestPictures.PLUGINS),
        1,
        Duration.ofSeconds(60));
  }

  private SignedIn signedIn() {
    var check =
        new RememberedTokens(
            new AskAuthentication(authentication.client()),
            authentication.revokedTokens(),
            Clock.systemUTC(),
            1000);
    return new SignedIn(check, meter);
  }

  private static String entry(String service) {
    return service + ":" + keyOf(service);
  }

  public static String keyOf(String service) {
    return "the key of a service in tests: " + service;
  }

  /** A stub that shows what a test says, or nothing for null. */
  public FileUploadGrpcEndpointBlockingStub grpc(String authorization) {
    Metadata metadata = new Metadata();
    if (authorization != null) {
      metadata.put(AUTHORIZATION, authorization);
    }
    return FileUploadGrpcEndpointGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  /** A stub of somebody who is signed in. */
  public FileUploadGrpcEndpointBlockingStub grpc(UUID account) {
    return grpc(authentication.tokenOf(account));
  }

  public ImagesClient images(String service) {
    return imagesWithKey(keyOf(service));
  }

  public ImagesClient imagesWithKey(String key) {
    return new ImagesClient("127.0.0.1:" + server.port(), key);
  }

  public URI http(String path) {
    return http.at(path);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    http.close();
    server.close();
    deadlines.shutdownNow();
    store.close();
    authentication.close();
  }
}
