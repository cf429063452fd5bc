package chat.letstalk.endtoend;

import chat.letstalk.contracts.fileupload.DownloadImageRequest;
import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/**
 * Pictures as the single-page client sends and fetches them: gRPC-Web over HTTP/1.1.
 *
 * @param base where the service is
 * @param token bare, as the client sends it; or null
 */
record GrpcWebFiles(URI base, String token) {

  static final String UPLOAD = "/file_upload.FileUploadGrpcEndpoint/UploadImageAsync";
  static final String DOWNLOAD = "/file_upload.FileUploadGrpcEndpoint/DownloadImageAsync";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  GrpcWebFiles withToken(String other) {
    return new GrpcWebFiles(base, other);
  }

  /** Uploads a picture for a message; a refusal is thrown as it is in every gRPC client. */
  UploadImageResponse upload(byte[] picture) {
    return upload(picture, ImageRole.IMAGE_ROLE_MESSAGE);
  }

  UploadImageResponse uploadAvatar(byte[] picture) {
    return upload(picture, ImageRole.IMAGE_ROLE_AVATAR);
  }

  private UploadImageResponse upload(byte[] picture, ImageRole role) {
    UploadImageRequest request =
        UploadImageRequest.newBuilder()
            .setImageRole(role)
            .setContent(ByteString.copyFrom(picture))
            .build();
    return call(UPLOAD, request, UploadImageResponse.parser());
  }

  /** What a client gives back of an upload: all six fields, when it sends the picture. */
  static JsonObject asSent(UploadImageResponse uploaded) {
    return Json.createObjectBuilder()
        .add("id", uploaded.getId())
        .add("width", uploaded.getWidth())
        .add("height", uploaded.getHeight())
        .add("imageFormat", uploaded.getImageFormat())
        .add("fileStorageTypeId", uploaded.getFileStorageTypeId())
        .add("signature", uploaded.getSignature())
        .build();
  }

  DownloadImageResponse download(String imageId, int fileStorageTypeId) {
    DownloadImageRequest request =
        DownloadImageRequest.newBuilder()
            .setImageId(imageId)
            .setFileStorageTypeId(fileStorageTypeId)
            .build();
    return call(DOWNLOAD, request, DownloadImageResponse.parser());
  }

  /** The same picture as such, at {@code /images/{id}}. */
  HttpResponse<byte[]> get(String imageId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/images/" + imageId)).timeout(Duration.ofSeconds(30));
    return send(token == null ? request : request.header("Authorization", "Bearer " + token));
  }

  private <T> T call(String path, MessageLite message, Parser<T> parser) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("content-type", "application/grpc-web+proto")
            .header("x-grpc-web", "1")
            .header("x-user-agent", "grpc-web-javascript/0.1")
            .POST(BodyPublishers.ofByteArray(frame(message.toByteArray())));
    HttpResponse<byte[]> answer =
        send(token == null ? request : request.header("authorization", token));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
    answer.headers().firstValue("grpc-status").ifPresent(code -> refuse(code, answer));
    try {
      return parser.parseFrom(message(answer.body()));
    } catch (InvalidProtocolBufferException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(String code, HttpResponse<byte[]> answer) {
    throw new StatusRuntimeException(
        Status.fromCodeValue(Integer.parseInt(code))
            .withDescription(answer.headers().firstValue("grpc-message").orElse("")));
  }

  private static byte[] frame(byte[] message) {
    return ByteBuffer.allocate(5 + message.length)
        .put((byte) 0)
        .putInt(message.length)
        .put(message)
        .array();
  }

  private static byte[] message(byte[] frames) {
    return Arrays.copyOfRange(frames, 5, 5 + ByteBuffer.wrap(frames, 1, 4).getInt());
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
