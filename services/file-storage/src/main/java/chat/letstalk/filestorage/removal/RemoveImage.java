package chat.letstalk.filestorage.removal;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageStore;

/** Removes a picture that is not needed any more, and its preview. Idempotent. Thread-safe. */
public class RemoveImage {

  private final ImageStore store;
  private final FileMeter meter;

  public RemoveImage(ImageStore store, FileMeter meter) {
    this.store = store;
    this.meter = meter;
  }

  /**
   * Removes a picture.
   *
   * @param id of the picture; one that is not there is no error
   * @throws IllegalArgumentException when that is no id of a picture
   */
  public void remove(String id) {
    store.remove(
        ImageId.parse(id)
            .orElseThrow(() -> new IllegalArgumentException("Not the id of a picture")));
    meter.removed();
  }
}
