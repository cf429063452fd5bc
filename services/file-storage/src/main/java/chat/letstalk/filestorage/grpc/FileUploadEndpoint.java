package chat.letstalk.filestorage.grpc;

import chat.letstalk.contracts.fileupload.DownloadImageRequest;
import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.FileUploadGrpcEndpointGrpc.FileUploadGrpcEndpointImplBase;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import io.grpc.stub.StreamObserver;

/** The service that clients call, over gRPC. */
public final class FileUploadEndpoint extends FileUploadGrpcEndpointImplBase {

  private final FileUpload fileUpload;

  public FileUploadEndpoint(FileUpload fileUpload) {
    this.fileUpload = fileUpload;
  }

  @Override
  public void uploadImageAsync(
      UploadImageRequest request, StreamObserver<UploadImageResponse> answer) {
    answer.onNext(fileUpload.upload(AccountCheck.account(), request));
    answer.onCompleted();
  }

  @Override
  public void downloadImageAsync(
      DownloadImageRequest request, StreamObserver<DownloadImageResponse> answer) {
    answer.onNext(fileUpload.download(AccountCheck.account(), request));
    answer.onCompleted();
  }
}
