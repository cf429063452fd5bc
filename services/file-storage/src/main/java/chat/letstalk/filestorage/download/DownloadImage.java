package chat.letstalk.filestorage.download;

import chat.letstalk.filestorage.metric.FileMeter;
import chat.letstalk.filestorage.metric.FileMeter.Refusal;
import chat.letstalk.filestorage.problem.ImageNotFound;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageStore;
import java.util.UUID;

/** Gives a picture to whoever may see it. Thread-safe. */
public class DownloadImage {

  private final ImageStore store;
  private final RecentContents recent;
  private final FileMeter meter;

  public DownloadImage(ImageStore store, RecentContents recent, FileMeter meter) {
    this.store = store;
    this.recent = recent;
    this.meter = meter;
  }

  /**
   * Finds a picture or a preview.
   *
   * @param account who wants to see it
   * @param id as it came
   * @throws ImageNotFound when there is none, and alike when it is not for this account to see
   */
  public FoundImage find(UUID account, String id) {
    return ImageId.parse(id)
        .flatMap(store::find)
        .filter(image -> image.isVisibleTo(account))
        .map(image -> new FoundImage(image, store, recent, meter))
        .orElseThrow(
            () -> {
              meter.refused(Refusal.UNKNOWN);
              return new ImageNotFound();
            });
  }
}
