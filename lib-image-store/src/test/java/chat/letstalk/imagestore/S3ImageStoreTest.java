package chat.letstalk.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.stack.LocalS3;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real S3 server, with the credentials where the SDK looks for them. */
class S3ImageStoreTest extends ImageStoreSuite {

  @TempDir static Path data;

  private static LocalS3 s3;
  private static ImageStore store;
  private static ImageStore replica;

  @BeforeAll
  static void start() {
    s3 = LocalS3.start(data);
    System.setProperty("aws.accessKeyId", s3.accessKey());
    System.setProperty("aws.secretAccessKey", s3.secretKey());
    store = storeOver(new OneChangeAtATime(bucket()));
    replica = storeOver(new OneChangeAtATime(bucket()));
  }

  @AfterAll
  static void stop() {
    store.close();
    replica.close();
    s3.close();
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
  }

  private static ImageStore storeOver(Blobs blobs) {
    return new BlobImageStore(S3ImageStore.TYPE_ID, blobs) {};
  }

  private static S3Blobs bucket() {
    S3Settings settings = settings(LocalS3.BUCKET, s3.endpoint());
    return new S3Blobs(settings, S3Clients.of(settings));
  }

  private static S3Settings settings(String bucket, URI endpoint) {
    return new S3Settings(
        bucket, Optional.of(LocalS3.REGION), Optional.of(endpoint), true, "none", Optional.empty());
  }

  @Override
  ImageStore store() {
    return store;
  }

  @Override
  ImageStore replica() {
    return replica;
  }

  @Override
  Blobs blobs() {
    return bucket();
  }

  @Test
  void it_is_made_of_its_settings_alone() {
    try (ImageStore made = new S3ImageStore(settings(LocalS3.BUCKET, s3.endpoint()))) {
      made.check();
      assertThat(made.find(put(bytes(10)))).isPresent();
    }
  }

  @Test
  void a_bucket_that_is_not_there_is_named() {
    try (ImageStore nowhere = new S3ImageStore(settings("no-such-bucket", s3.endpoint()))) {
      assertThatThrownBy(nowhere::check)
          .isInstanceOf(ImageStoreUnavailable.class)
          .hasMessageContaining("no-such-bucket");
    }
  }

  @Test
  void a_server_that_is_away_is_an_error_and_not_a_missing_picture() {
    try (ImageStore away =
        new S3ImageStore(settings(LocalS3.BUCKET, URI.create("http://127.0.0.1:9")))) {
      assertThatThrownBy(() -> away.find(ImageId.next())).isInstanceOf(ImageStoreUnavailable.class);
    }
  }
}
