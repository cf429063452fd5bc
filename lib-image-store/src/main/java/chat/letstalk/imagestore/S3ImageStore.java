package chat.letstalk.imagestore;

/**
 * Pictures in a bucket of Amazon S3, or of a store that speaks its protocol and knows conditional
 * writes ({@code If-Match}). The service's role needs s3:GetObject, s3:PutObject, s3:DeleteObject
 * on the objects, and s3:ListBucket on the bucket.
 */
public final class S3ImageStore extends BlobImageStore {

  /** Number 2 on the wire. */
  public static final int TYPE_ID = 2;

  /** Connects with the first call. */
  public S3ImageStore(S3Settings settings) {
    super(TYPE_ID, new S3Blobs(settings, S3Clients.of(settings)));
  }
}
