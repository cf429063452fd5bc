package chat.letstalk.filestorage.grpc;

import chat.letstalk.contracts.images.v1.ImagesGrpc.ImagesImplBase;
import chat.letstalk.contracts.images.v1.ReadImageRequest;
import chat.letstalk.contracts.images.v1.ReadImageResponse;
import chat.letstalk.contracts.images.v1.ShareImageRequest;
import chat.letstalk.contracts.images.v1.ShareImageResponse;
import chat.letstalk.contracts.images.v1.StorePreviewRequest;
import chat.letstalk.contracts.images.v1.StorePreviewResponse;
import chat.letstalk.filestorage.preview.ReadImage;
import chat.letstalk.filestorage.preview.StorePreview;
import chat.letstalk.filestorage.problem.InvalidInput;
import chat.letstalk.filestorage.sharing.ShareImage;
import chat.letstalk.filestorage.upload.UploadedImage;
import chat.letstalk.imagestore.Audience;
import chat.letstalk.imagestore.StoredImage;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import java.util.regex.Pattern;

/** The service that services call, over gRPC. */
public final class ImagesEndpoint extends ImagesImplBase {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final ShareImage shareImage;
  private final ReadImage readImage;
  private final StorePreview storePreview;
  private final int typeId;

  /**
   * @param typeId the number of the store on the wire
   */
  public ImagesEndpoint(
      ShareImage shareImage, ReadImage readImage, StorePreview storePreview, int typeId) {
    this.shareImage = shareImage;
    this.readImage = readImage;
    this.storePreview = storePreview;
    this.typeId = typeId;
  }

  @Override
  public void share(ShareImageRequest request, StreamObserver<ShareImageResponse> answer) {
    var image = request.getImage();
    shareImage.share(
        new UploadedImage(
            image.getId(),
            image.getWidth(),
            image.getHeight(),
            image.getImageFormat(),
            image.getFileStorageTypeId()),
        image.getSignature(),
        accountOf(request.getOwner()),
        audienceOf(request));
    answer.onNext(ShareImageResponse.getDefaultInstance());
    answer.onCompleted();
  }

  private static Audience audienceOf(ShareImageRequest request) {
    return switch (request.getAudience()) {
      case AUDIENCE_EVERYBODY -> Audience.EVERYBODY;
      case AUDIENCE_NAMED ->
          Audience.of(
              request.getAccountsList().stream()
                  .map(ImagesEndpoint::accountOf)
                  .distinct()
                  .toList());
      case AUDIENCE_UNSPECIFIED, UNRECOGNIZED ->
          throw new InvalidInput("Say who may see the picture.");
    };
  }

  private static UUID accountOf(String text) {
    if (!UUID_TEXT.matcher(text).matches()) {
      throw new InvalidInput("An account's id is a UUID.");
    }
    return UUID.fromString(text);
  }

  @Override
  public void read(ReadImageRequest request, StreamObserver<ReadImageResponse> answer) {
    var content = readImage.open(request.getImageId());
    new PictureSender(content, (ServerCallStreamObserver<ReadImageResponse>) answer).start();
  }

  @Override
  public void storePreview(
      StorePreviewRequest request, StreamObserver<StorePreviewResponse> answer) {
    StoredImage preview =
        storePreview.store(request.getImageId(), request.getContent().toByteArray());
    answer.onNext(
        StorePreviewResponse.newBuilder()
            .setPreviewId(preview.id().toString())
            .setWidth(preview.shape().width())
            .setHeight(preview.shape().height())
            .setFileStorageTypeId(typeId)
            .build());
    answer.onCompleted();
  }
}
