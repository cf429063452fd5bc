package chat.letstalk.filestorage.grpcweb;

import chat.letstalk.contracts.fileupload.DownloadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.filestorage.grpc.FailureStatus;
import chat.letstalk.filestorage.grpc.FileUpload;
import chat.letstalk.filestorage.identity.SignedIn;
import chat.letstalk.filestorage.problem.InvalidInput;
import chat.letstalk.filestorage.upload.UploadAdmission;
import chat.letstalk.filestorage.upload.UploadImage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.UUID;

/**
 * The service that clients call, over gRPC-Web: unary calls by HTTP/1.1, binary and text. An error
 * is an answer of headers alone.
 */
public class GrpcWebServlet extends HttpServlet {

  /** Where browsers find the service. */
  public static final String PATH = "/file_upload.FileUploadGrpcEndpoint/*";

  /** What a message holds besides a picture. */
  private static final int ROOM = 64 * 1024;

  private final transient FileUpload fileUpload;
  private final transient SignedIn signedIn;
  private final transient UploadAdmission admission;
  private final transient UploadImage uploadImage;
  private final int largest;

  /**
   * @param largestPicture bytes
   */
  public GrpcWebServlet(
      FileUpload fileUpload,
      SignedIn signedIn,
      UploadAdmission admission,
      UploadImage uploadImage,
      int largestPicture) {
    this.fileUpload = fileUpload;
    this.signedIn = signedIn;
    this.admission = admission;
    this.uploadImage = uploadImage;
    this.largest = largestPicture + ROOM;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var format = GrpcWebFormat.of(request.getContentType());
    if (format.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    response.setContentType(format.get().contentType());
    response.setHeader("Cache-Control", "no-store");
    try {
      UUID account = signedIn.account(request.getHeader("Authorization"));
      write(answer(account, request, format.get()), format.get(), response);
    } catch (RuntimeException e) {
      refuse(FailureStatus.of("A gRPC-Web call", e), response);
    }
  }

  private MessageLite answer(UUID account, HttpServletRequest request, GrpcWebFormat format)
      throws IOException {
    return switch (String.valueOf(request.getPathInfo())) {
      case "/UploadImageAsync" -> {
        UploadAdmission.Place place = admission.enter(account);
        try {
          yield fileUpload.upload(
              account, message(request, format, largest, UploadImageRequest.parser()));
        } finally {
          place.close();
        }
      }
      case "/DownloadImageAsync" ->
          fileUpload.download(
              account, message(request, format, ROOM, DownloadImageRequest.parser()));
      default ->
          throw Status.UNIMPLEMENTED
              .withDescription("There is no such method.")
              .asRuntimeException(new Metadata());
    };
  }

  private <T> T message(
      HttpServletRequest request, GrpcWebFormat format, int largestMessage, Parser<T> parser)
      throws IOException {
    int largestBody = format == GrpcWebFormat.TEXT ? largestMessage / 3 * 4 + 8 : largestMessage;
    byte[] body =
        RequestBody.read(
            request.getInputStream(),
            request.getContentLengthLong(),
            largestBody,
            admission.arrivesWithin(),
            uploadImage::tooManyBytes);
    try {
      return parser.parseFrom(GrpcWebFrames.message(format.decode(body)));
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new InvalidInput("The message cannot be read.", e);
    }
  }

  private static void write(MessageLite answer, GrpcWebFormat format, HttpServletResponse response)
      throws IOException {
    if (format == GrpcWebFormat.BINARY) {
      response.setContentLengthLong(GrpcWebFrames.length(answer));
    }
    try (OutputStream body = format.encoding(response.getOutputStream())) {
      GrpcWebFrames.write(answer, body);
    }
  }

  private static void refuse(StatusRuntimeException failure, HttpServletResponse response) {
    Status status = failure.getStatus();
    response.setHeader("grpc-status", String.valueOf(status.getCode().value()));
    if (status.getDescription() != null) {
      response.setHeader("grpc-message", GrpcWebFrames.headerValue(status.getDescription()));
    }
    Metadata trailers = failure.getTrailers();
    for (String key : trailers == null ? Set.<String>of() : trailers.keys()) {
      response.setHeader(key, trailers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER)));
    }
    response.setContentLength(0);
  }
}
