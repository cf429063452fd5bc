package chat.letstalk.imagestore;

import chat.letstalk.imagestore.Blobs.Versioned;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The records of all pictures. A change never overwrites another one's change. */
final class ImageRecords {

  private static final String MEDIA_TYPE = "text/plain";

  /** So many changes of one record at one moment there never are. */
  private static final int TRIES = 100;

  private final Blobs blobs;

  ImageRecords(Blobs blobs) {
    this.blobs = blobs;
  }

  void put(ImageRecord record) {
    blobs.put(Keys.record(record.image().id()), record.written(), MEDIA_TYPE);
  }

  /** The record, also while its picture is being removed. */
  Optional<ImageRecord> get(ImageId id) {
    return blobs.get(Keys.record(id)).map(read -> ImageRecord.read(read.content()));
  }

  /** The record of what has not begun to go. */
  Optional<ImageRecord> present(ImageId id) {
    return get(id).filter(record -> !record.removed());
  }

  /**
   * Changes a record that is there.
   *
   * @param change may be asked several times; what it returns unchanged is not written
   * @return the record as it is then; empty when there is none
   */
  Optional<ImageRecord> change(ImageId id, UnaryOperator<ImageRecord> change) {
    String key = Keys.record(id);
    for (int n = 0; n < TRIES; n++) {
      Optional<Versioned> read = blobs.get(key);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      ImageRecord before = ImageRecord.read(read.get().content());
      ImageRecord after = change.apply(before);
      if (after.equals(before) || blobs.replace(key, read.get(), after.written(), MEDIA_TYPE)) {
        return Optional.of(after);
      }
    }
    throw new ImageStoreUnavailable(
        "The record of picture %s changed %d times in a row meanwhile".formatted(id, TRIES), null);
  }

  void delete(ImageId id) {
    blobs.delete(Keys.record(id));
  }
}
