package chat.letstalk.bench.load;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.people.Person;
import chat.letstalk.contracts.fileupload.DownloadImageRequest;
import chat.letstalk.contracts.fileupload.DownloadImageResponse;
import chat.letstalk.contracts.fileupload.ImageRole;
import chat.letstalk.contracts.fileupload.UploadImageRequest;
import chat.letstalk.contracts.fileupload.UploadImageResponse;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Calls the file service over gRPC-Web, as the single-page client does. Thread-safe. */
public final class FileCalls {

  private static final String SERVICE = "/file_upload.FileUploadGrpcEndpoint/";
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final int FRAME_HEADER = 5;

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(DEADLINE).build();

  /** Of the file service at an address without a slash at its end. */
  public FileCalls(URI base) {
    this.base = base;
  }

  /** Uploads a picture for a chat. */
  public CompletableFuture<UploadImageResponse> upload(Person person, byte[] picture) {
    UploadImageRequest request =
        UploadImageRequest.newBuilder()
            .setContent(ByteString.copyFrom(picture))
            .setImageRole(ImageRole.IMAGE_ROLE_MESSAGE)
            .build();
    return call(person, "UploadImageAsync", request, UploadImageResponse.parser());
  }

  /** Downloads a picture that the person may see. */
  public CompletableFuture<DownloadImageResponse> download(
      Person person, UploadImageResponse uploaded) {
    DownloadImageRequest request =
        DownloadImageRequest.newBuilder()
            .setImageId(uploaded.getId())
            .setFileStorageTypeId(uploaded.getFileStorageTypeId())
            .build();
    return call(person, "DownloadImageAsync", request, DownloadImageResponse.parser());
  }

  private <T> CompletableFuture<T> call(
      Person person, String method, MessageLite message, Parser<T> parser) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + SERVICE + method))
            .timeout(DEADLINE)
            .header("content-type", "application/grpc-web+proto")
            .header("x-grpc-web", "1")
            .header("authorization", person.token())
            .POST(BodyPublishers.ofByteArray(frame(message)))
            .build();
    return client
        .sendAsync(request, BodyHandlers.ofByteArray())
        .thenApply(answer -> message(method, answer, parser));
  }

  private static byte[] frame(MessageLite message) {
    byte[] bytes = message.toByteArray();
    return ByteBuffer.allocate(FRAME_HEADER + bytes.length)
        .put((byte) 0)
        .putInt(bytes.length)
        .put(bytes)
        .array();
  }

  /** Of the first frame; what comes after it can only say that all went well. */
  private static <T> T message(String method, HttpResponse<byte[]> answer, Parser<T> parser) {
    byte[] body = answer.body();
    if (answer.statusCode() != 200 || body.length < FRAME_HEADER || body[0] != 0) {
      throw new BenchException(
          "%s was answered with %d, gRPC status %s: %s"
              .formatted(
                  method,
                  answer.statusCode(),
                  answer.headers().firstValue("grpc-status").orElse("unknown"),
                  answer.headers().firstValue("grpc-message").orElse("")));
    }
    try {
      int length = ByteBuffer.wrap(body, 1, Integer.BYTES).getInt();
      return parser.parseFrom(ByteBuffer.wrap(body, FRAME_HEADER, length));
    } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
      throw new BenchException("The answer of " + method + " cannot be read.", e);
    }
  }
}
