package chat.letstalk.filestorage.preview;

import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageStore;
import java.io.InputStream;

/** Gives a picture to the service that makes its preview. Thread-safe. */
public class ReadImage {

  private final ImageStore store;

  public ReadImage(ImageStore store) {
    this.store = store;
  }

  /**
   * Opens a picture.
   *
   * @param imageId as it came
   * @return to be closed by the caller
   * @throws ImageNotFound when there is none
   */
  public InputStream open(String imageId) {
    return ImageId.parse(imageId)
        .filter(id -> store.find(id).isPresent())
        .flatMap(store::open)
        .orElseThrow(ImageNotFound::new);
  }
}
