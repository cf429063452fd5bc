package chat.letstalk.chatapi.image;

import chat.letstalk.chatapi.StandInServer;
import chat.letstalk.chatapi.id.AccountId;
import chat.letstalk.contracts.images.v1.Audience;
import chat.letstalk.contracts.images.v1.ImagesGrpc.ImagesImplBase;
import chat.letstalk.contracts.images.v1.ShareImageRequest;
import chat.letstalk.contracts.images.v1.ShareImageResponse;
import chat.letstalk.filestorage.client.ImagesClient;
import chat.letstalk.filestorage.client.SentImage;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for file-storage, which is another module: a picture's signature is its owner's id. The
 * real one takes part end to end.
 */
public final class StandInFileStorage extends ImagesImplBase implements AutoCloseable {

  /** Who sees a picture that everybody sees. */
  public static final List<String> EVERYBODY = List.of("everybody");

  private final Map<String, List<String>> audiences = new ConcurrentHashMap<>();
  private final StandInServer server = new StandInServer(this);
  private final ImagesClient client = new ImagesClient(server.address(), "k".repeat(32));

  /** The use case that asks this server. */
  public ShareImage shareImage() {
    return new ShareImage(client);
  }

  /** A picture as its owner's client sends it. */
  public static SentImage uploaded(String id, AccountId owner) {
    return new SentImage(id, 1280, 960, 4, 1, owner.toString());
  }

  /** Who may see a picture; null when it was never shared. */
  public List<String> audienceOf(String imageId) {
    return audiences.get(imageId);
  }

  @Override
  public void share(ShareImageRequest request, StreamObserver<ShareImageResponse> answer) {
    if (!request.getImage().getSignature().equals(request.getOwner())) {
      answer.onError(
          Status.INVALID_ARGUMENT
              .withDescription("The picture's signature is wrong.")
              .asRuntimeException());
      return;
    }
    audiences.put(
        request.getImage().getId(),
        request.getAudience() == Audience.AUDIENCE_EVERYBODY
            ? EVERYBODY
            : List.copyOf(request.getAccountsList()));
    answer.onNext(ShareImageResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
