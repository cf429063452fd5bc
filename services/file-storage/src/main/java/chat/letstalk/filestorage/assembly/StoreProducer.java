package chat.letstalk.filestorage.assembly;

import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.LocalImageStore;
import chat.letstalk.imagestore.S3ImageStore;
import chat.letstalk.imagestore.S3Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Chooses the store by {@code letstalk.files}: the only place that does. */
@Dependent
class StoreProducer {

  private static final String S3 = "letstalk.files.s3.";

  private final Config config;

  @Inject
  StoreProducer(Config config) {
    this.config = config;
  }

  @Produces
  @Singleton
  ImageStore store() {
    String files = config.getValue("letstalk.files", String.class);
    return switch (files) {
      case "local" ->
          new LocalImageStore(
              Path.of(config.getValue("letstalk.files.local.folder", String.class)));
      case "s3" -> new S3ImageStore(bucket());
      default -> throw new IllegalArgumentException("letstalk.files is local or s3, not " + files);
    };
  }

  private S3Settings bucket() {
    return new S3Settings(
        config.getValue(S3 + "bucket", String.class),
        config.getOptionalValue(S3 + "region", String.class),
        config.getOptionalValue(S3 + "endpoint", URI.class),
        config.getValue(S3 + "path-style", Boolean.class),
        config.getValue(S3 + "encryption", String.class),
        config.getOptionalValue(S3 + "kms-key", String.class));
  }

  void close(@Disposes ImageStore store) {
    store.close();
  }
}
