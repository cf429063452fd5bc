package chat.letstalk.imagestore;

import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Blobs as objects of a bucket. */
final class S3Blobs implements Blobs {

  /** Who asks how one is waits no longer. */
  private static final Duration CHECK_WITHIN = Duration.ofSeconds(4);

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final S3Settings settings;
  private final S3Client s3;

  S3Blobs(S3Settings settings, S3Client s3) {
    this.settings = settings;
    this.s3 = s3;
  }

  @Override
  public void put(String key, byte[] content, String mediaType) {
    attempt(
        "write " + key,
        () -> s3.putObject(putting(key, mediaType).build(), RequestBody.fromBytes(content)));
  }

  private PutObjectRequest.Builder putting(String key, String mediaType) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder().bucket(settings.bucket()).key(key).contentType(mediaType);
    settings.serverSideEncryption().ifPresent(request::serverSideEncryption);
    settings.kmsKey().ifPresent(request::ssekmsKeyId);
    return request;
  }

  @Override
  public Optional<Versioned> get(String key) {
    return attempt(
        "read " + key,
        () -> {
          try {
            ResponseBytes<GetObjectResponse> read = s3.getObjectAsBytes(getting(key).build());
            return Optional.of(new Versioned(read.asByteArray(), read.response().eTag()));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  private GetObjectRequest.Builder getting(String key) {
    return GetObjectRequest.builder().bucket(settings.bucket()).key(key);
  }

  @Override
  public boolean replace(String key, Versioned read, byte[] content, String mediaType) {
    PutObjectRequest request = putting(key, mediaType).ifMatch(read.version()).build();
    return attempt(
        "change " + key,
        () -> {
          try {
            s3.putObject(request, RequestBody.fromBytes(content));
            return true;
          } catch (S3Exception e) {
            if (isChanged(e.statusCode())) {
              return false;
            }
            throw e;
          }
        });
  }

  private static boolean isChanged(int status) {
    return status == PRECONDITION_FAILED || status == CONFLICT || status == NOT_FOUND;
  }

  @Override
  public Optional<InputStream> open(String key) {
    return open(key, getting(key).build());
  }

  @Override
  public Optional<InputStream> open(String key, long offset, long length) {
    String range = "bytes=%d-%d".formatted(offset, offset + length - 1);
    return open(key, getting(key).range(range).build());
  }

  private Optional<InputStream> open(String key, GetObjectRequest request) {
    return attempt(
        "open " + key,
        () -> {
          try {
            return Optional.of(s3.getObject(request));
          } catch (NoSuchKeyException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void delete(String key) {
    attempt("delete " + key, () -> s3.deleteObject(to -> to.bucket(settings.bucket()).key(key)));
  }

  @Override
  public Stream<String> names(String folder) {
    String prefix = folder + "/";
    return attempt(
        "list " + folder,
        () ->
            s3
                .listObjectsV2Paginator(in -> in.bucket(settings.bucket()).prefix(prefix))
                .contents()
                .stream()
                .map(S3Object::key)
                .map(key -> key.substring(prefix.length())));
  }

  @Override
  public void check() {
    attempt(
        "reach",
        () ->
            s3.headBucket(
                of ->
                    of.bucket(settings.bucket())
                        .overrideConfiguration(limits -> limits.apiCallTimeout(CHECK_WITHIN))));
  }

  @Override
  public void close() {
    s3.close();
  }

  private <T> T attempt(String what, Supplier<T> action) {
    try {
      return action.get();
    } catch (SdkException e) {
      throw new ImageStoreUnavailable(
          "Cannot %s in the bucket %s: look at its name, region and endpoint, and at the rights of this service"
              .formatted(what, settings.bucket()),
          e);
    }
  }
}
