package chat.letstalk.imagestore;

import java.nio.file.Path;

/**
 * Pictures in a folder of this machine, or of a volume that all replicas mount; it must rename
 * atomically and honour file locks, as local file systems and NFS 4 do. Files are spread over
 * subfolders by the ends of their ids.
 */
public final class LocalImageStore extends BlobImageStore {

  /** Number 1 on the wire. */
  public static final int TYPE_ID = 1;

  /**
   * @param folder made when it is missing
   * @throws ImageStoreUnavailable when it cannot be made
   */
  public LocalImageStore(Path folder) {
    super(TYPE_ID, new FolderBlobs(folder));
  }
}
