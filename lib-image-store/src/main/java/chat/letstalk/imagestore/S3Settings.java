package chat.letstalk.imagestore;

import java.net.URI;
import java.util.Optional;

/**
 * Which bucket, and how to reach it. Credentials come by the SDK's own chain (environment, web
 * identity, profile, container, instance), and so does the region unless it is named here.
 *
 * @param bucket must exist
 * @param region for example {@code eu-central-1}
 * @param endpoint for stores other than Amazon's
 * @param pathStyle whether the bucket is in the path, not in the host name; other stores want that
 * @param encryption at rest: {@code none} (the bucket's own setting decides), {@code AES256} or
 *     {@code aws:kms}
 * @param kmsKey for aws:kms, a key of one's own; without it, Amazon's
 */
public record S3Settings(
    String bucket,
    Optional<String> region,
    Optional<URI> endpoint,
    boolean pathStyle,
    String encryption,
    Optional<String> kmsKey) {

  private static final String NO_ENCRYPTION = "none";
  private static final String KMS = "aws:kms";

  /** Refuses what cannot work, in terms of the keys below {@code letstalk.files.s3}. */
  public S3Settings {
    if (bucket.isBlank()) {
      throw new IllegalArgumentException("letstalk.files.s3.bucket must name a bucket");
    }
    if (!encryption.equals(NO_ENCRYPTION)
        && !encryption.equals("AES256")
        && !encryption.equals(KMS)) {
      throw new IllegalArgumentException(
          "letstalk.files.s3.encryption is none, AES256 or aws:kms, not " + encryption);
    }
    if (kmsKey.isPresent() && !encryption.equals(KMS)) {
      throw new IllegalArgumentException(
          "letstalk.files.s3.kms-key needs letstalk.files.s3.encryption=aws:kms");
    }
  }

  Optional<String> serverSideEncryption() {
    return Optional.of(encryption).filter(value -> !value.equals(NO_ENCRYPTION));
  }
}
