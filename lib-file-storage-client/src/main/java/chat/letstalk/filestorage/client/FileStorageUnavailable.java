package chat.letstalk.filestorage.client;

/** file-storage did not answer in time, or would not answer us. The same call may work later. */
public class FileStorageUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened
   * @param cause may be null
   */
  public FileStorageUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
