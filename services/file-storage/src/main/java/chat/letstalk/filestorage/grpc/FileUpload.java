package chat.letstalk.filestorage.grpc;

import chat.letstalk.contracts.fileupload.DownloadImageRequest;
import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import chat.letstalk.filestorage.download.DownloadImage;
import chat.letstalk.filestorage.download.FoundImage;
import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.filestorage.problem.InvalidInput;
import chat.letstalk.filestorage.upload.SignedImage;
import chat.letstalk.filestorage.upload.UploadImage;
import com.google.protobuf.UnsafeByteOperations;
import java.util.UUID;

/** The service that clients call, in messages: the same over gRPC and gRPC-Web. Thread-safe. */
public final class FileUpload {

  private final UploadImage uploadImage;
  private final DownloadImage downloadImage;
  private final FileMeter meter;

  public FileUpload(UploadImage uploadImage, DownloadImage downloadImage, FileMeter meter) {
    this.uploadImage = uploadImage;
    this.downloadImage = downloadImage;
    this.meter = meter;
  }

  /** Stores a picture. */
  public UploadImageResponse upload(UUID account, UploadImageRequest request) {
    SignedImage signed =
        uploadImage.upload(
            account, roleOf(request.getImageRole()), request.getContent().toByteArray());
    return UploadImageResponse.newBuilder()
        .setId(signed.image().id())
        .setWidth(signed.image().width())
        .setHeight(signed.image().height())
        .setImageFormat(signed.image().imageFormat())
        .setFileStorageTypeId(signed.image().fileStorageTypeId())
        .setSignature(signed.signature())
        .build();
  }

  private chat.letstalk.imagestore.ImageRole roleOf(ImageRole role) {
    return switch (role) {
      case IMAGE_ROLE_AVATAR -> chat.letstalk.imagestore.ImageRole.AVATAR;
      case IMAGE_ROLE_MESSAGE -> chat.letstalk.imagestore.ImageRole.MESSAGE;
      case IMAGE_ROLE_UNKNOWN, UNRECOGNIZED -> {
        meter.refused(Refusal.ROLE);
        throw new InvalidInput("A picture is an avatar (1) or belongs to a message (2).");
      }
    };
  }

  /** Gives a picture. Which storage its id is from does not matter: an id is one picture's only. */
  public DownloadImageResponse download(UUID account, DownloadImageRequest request) {
    FoundImage found = downloadImage.find(account, request.getImageId());
    return DownloadImageResponse.newBuilder()
        .setContent(UnsafeByteOperations.unsafeWrap(found.content()))
        .setWidth(found.about().shape().width())
        .setHeight(found.about().shape().height())
        .build();
  }
}
