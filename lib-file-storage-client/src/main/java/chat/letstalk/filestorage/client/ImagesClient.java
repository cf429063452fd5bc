package chat.letstalk.filestorage.client;

import chat.letstalk.contracts.images.v1.Audience;
import chat.letstalk.contracts.images.v1.ImagesGrpc;
import chat.letstalk.contracts.images.v1.ReadImageRequest;
import chat.letstalk.contracts.images.v1.ReadImageResponse;
import chat.letstalk.contracts.images.v1.ShareImageRequest;
import chat.letstalk.contracts.images.v1.StorePreviewRequest;
import chat.letstalk.contracts.images.v1.UploadedImage;
import chat.letstalk.grpc.client.ServiceChannel;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The services' way to pictures. Sharing takes at most five seconds, moving bytes twenty; {@link
 * FileStorageUnavailable} is thrown when there is no answer by then. Every call may be repeated.
 * Thread-safe.
 */
@ApplicationScoped
public class ImagesClient implements AutoCloseable {

  private static final Duration SHARE_WITHIN = Duration.ofSeconds(5);
  private static final Duration MOVE_WITHIN = Duration.ofSeconds(20);

  /** A part of a picture has 64 KiB. */
  private static final int LARGEST_ANSWER = 1024 * 1024;

  private final ServiceChannel channel;

  /**
   * Connects with the first call.
   *
   * @param url host:port of file-storage's gRPC server
   * @param key this service's own key
   */
  @Inject
  public ImagesClient(
      @ConfigProperty(name = "letstalk.file-storage.url") String url,
      @ConfigProperty(name = "letstalk.file-storage.key") String key) {
    this.channel = new ServiceChannel(url, key, LARGEST_ANSWER);
  }

  /** For the container's proxies. */
  protected ImagesClient() {
    this.channel = null;
  }

  /**
   * Checks that an account uploaded an avatar, and lets everybody see it from now on.
   *
   * @param owner the account that sent it
   * @throws ImageRefused when it did not, or the picture is gone
   */
  public void shareWithEverybody(SentImage image, String owner) {
    share(sharing(image, owner).setAudience(Audience.AUDIENCE_EVERYBODY).build());
  }

  /**
   * Checks that an account uploaded a picture for a chat, and lets more accounts see it from now
   * on.
   *
   * @param owner the account that sent it
   * @param accounts the members of the chat
   * @throws ImageRefused when it did not, or the picture is gone
   */
  public void shareWith(SentImage image, String owner, Collection<String> accounts) {
    share(
        sharing(image, owner)
            .setAudience(Audience.AUDIENCE_NAMED)
            .addAllAccounts(accounts)
            .build());
  }

  private static ShareImageRequest.Builder sharing(SentImage image, String owner) {
    return ShareImageRequest.newBuilder()
        .setOwner(owner)
        .setImage(
            UploadedImage.newBuilder()
                .setId(image.id())
                .setWidth(image.width())
                .setHeight(image.height())
                .setImageFormat(image.imageFormat())
                .setFileStorageTypeId(image.fileStorageTypeId())
                .setSignature(image.signature()));
  }

  private void share(ShareImageRequest request) {
    var unused =
        channel.call(
            () -> channel.stub(ImagesGrpc::newBlockingStub, SHARE_WITHIN).share(request),
            e ->
                switch (e.getStatus().getCode()) {
                  case INVALID_ARGUMENT, NOT_FOUND ->
                      new ImageRefused(e.getStatus().getDescription());
                  default -> unavailable(e);
                });
  }

  /**
   * Reads a picture whole.
   *
   * @param imageId from an event
   * @param atMost bytes; a larger one is an error and not read on
   * @return empty when there is no such picture
   * @throws IllegalStateException when it is larger than that
   */
  public Optional<byte[]> read(String imageId, int atMost) {
    ReadImageRequest request = ReadImageRequest.newBuilder().setImageId(imageId).build();
    return unlessGone(
        () -> joined(channel.stub(ImagesGrpc::newBlockingStub, MOVE_WITHIN).read(request), atMost));
  }

  private static byte[] joined(Iterator<ReadImageResponse> parts, int atMost) {
    ByteString content = ByteString.EMPTY;
    while (parts.hasNext()) {
      content = content.concat(parts.next().getContent());
      if (content.size() > atMost) {
        throw new IllegalStateException("The picture has more than " + atMost + " bytes");
      }
    }
    return content.toByteArray();
  }

  /**
   * Stores the preview of a picture. Of several the first stays.
   *
   * @param imageId the picture
   * @param content WebP
   * @param width pixels
   * @param height pixels
   * @return the preview that stays; empty when the picture is gone
   */
  public Optional<StoredPreview> storePreview(
      String imageId, byte[] content, int width, int height) {
    StorePreviewRequest request =
        StorePreviewRequest.newBuilder()
            .setImageId(imageId)
            .setContent(ByteString.copyFrom(content))
            .setWidth(width)
            .setHeight(height)
            .build();
    return unlessGone(
            () -> channel.stub(ImagesGrpc::newBlockingStub, MOVE_WITHIN).storePreview(request))
        .map(
            stored ->
                new StoredPreview(
                    stored.getPreviewId(),
                    stored.getWidth(),
                    stored.getHeight(),
                    stored.getFileStorageTypeId()));
  }

  private <T> Optional<T> unlessGone(Supplier<T> call) {
    Supplier<Optional<T>> guarded =
        () -> {
          try {
            return Optional.of(call.get());
          } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
              return Optional.empty();
            }
            throw e;
          }
        };
    return channel.call(guarded, ImagesClient::unavailable);
  }

  private static FileStorageUnavailable unavailable(StatusRuntimeException e) {
    return new FileStorageUnavailable(
        e.getStatus().getCode() == Status.Code.UNAVAILABLE
            ? "file-storage cannot be reached"
            : "file-storage answered " + e.getStatus().getCode(),
        e);
  }

  /** Ends the connection; calls fail afterwards. */
  @Override
  @PreDestroy
  public void close() {
    channel.close();
  }
}
