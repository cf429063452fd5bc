package chat.letstalk.imagestore;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The store over any engine. A picture is its content, its record, and until it is shared a marker
 * by which the sweep finds it. The record is written last and goes last, so whatever is cut off in
 * between is either not there at all or can be ended.
 */
abstract class BlobImageStore implements ImageStore {

  private static final byte[] NOTHING = {};

  private final int typeId;
  private final Blobs blobs;
  private final ImageRecords records;
  private final Clock clock = Clock.systemUTC();

  BlobImageStore(int typeId, Blobs blobs) {
    this.typeId = typeId;
    this.blobs = blobs;
    this.records = new ImageRecords(blobs);
  }

  @Override
  public int typeId() {
    return typeId;
  }

  @Override
  public StoredImage put(UUID owner, ImageRole role, ImageShape shape, byte[] content) {
    if (role == ImageRole.PREVIEW) {
      throw new IllegalArgumentException("A preview belongs to a picture: use putPreview");
    }
    StoredImage image = described(owner, role, shape, content);
    write(ImageRecord.of(image), content);
    return image;
  }

  private StoredImage described(UUID owner, ImageRole role, ImageShape shape, byte[] content) {
    if (content.length == 0) {
      throw new IllegalArgumentException("A picture has at least one byte");
    }
    return new StoredImage(
        ImageId.next(),
        owner,
        role,
        shape,
        content.length,
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        Audience.NOBODY,
        Optional.empty());
  }

  private void write(ImageRecord record, byte[] content) {
    StoredImage image = record.image();
    blobs.put(Keys.unshared(image.id()), NOTHING, "text/plain");
    blobs.put(Keys.content(image.id()), content, image.shape().mediaType());
    records.put(record);
  }

  @Override
  public Optional<StoredImage> find(ImageId id) {
    Optional<ImageRecord> found = records.present(id);
    if (found.isEmpty() || found.get().pictureId().isEmpty()) {
      return found.map(ImageRecord::image);
    }
    StoredImage preview = found.get().image();
    return records
        .present(found.get().pictureId().get())
        .map(ImageRecord::image)
        .filter(picture -> picture.previewId().equals(Optional.of(id)))
        .map(picture -> preview.withAudience(picture.audience()));
  }

  @Override
  public Optional<InputStream> open(ImageId id) {
    return blobs.open(Keys.content(id));
  }

  @Override
  public Optional<InputStream> open(ImageId id, long offset, long length) {
    if (offset < 0 || length < 1) {
      throw new IllegalArgumentException("No part: %d bytes from %d".formatted(length, offset));
    }
    return blobs.open(Keys.content(id), offset, length);
  }

  @Override
  public boolean share(ImageId id, Audience audience) {
    boolean there =
        records
            .change(id, record -> record.removed() ? record : shared(record, audience))
            .filter(record -> !record.removed() && record.pictureId().isEmpty())
            .isPresent();
    if (there && !audience.isNobody()) {
      blobs.delete(Keys.unshared(id));
    }
    return there;
  }

  private static ImageRecord shared(ImageRecord record, Audience audience) {
    StoredImage image = record.image();
    return record.pictureId().isPresent()
        ? record
        : record.with(image.withAudience(image.audience().and(audience)));
  }

  @Override
  public Optional<StoredImage> putPreview(ImageId picture, ImageShape shape, byte[] content) {
    Optional<StoredImage> found = records.present(picture).map(ImageRecord::image);
    if (found.isEmpty() || found.get().role() == ImageRole.PREVIEW) {
      return Optional.empty();
    }
    if (found.get().previewId().isPresent()) {
      return find(found.get().previewId().get());
    }
    StoredImage preview = described(found.get().owner(), ImageRole.PREVIEW, shape, content);
    write(new ImageRecord(preview, Optional.of(picture), false), content);
    Optional<ImageId> stays =
        records
            .change(picture, record -> record.removed() ? record : previewed(record, preview.id()))
            .filter(record -> !record.removed())
            .flatMap(record -> record.image().previewId());
    if (!stays.equals(Optional.of(preview.id()))) {
      erase(preview.id());
    }
    blobs.delete(Keys.unshared(preview.id()));
    return stays.flatMap(this::find);
  }

  private static ImageRecord previewed(ImageRecord record, ImageId preview) {
    StoredImage image = record.image();
    return image.previewId().isPresent() ? record : record.with(image.withPreview(preview));
  }

  @Override
  public void remove(ImageId id) {
    Optional<ImageRecord> going =
        records.change(
            id, record -> record.pictureId().isPresent() ? record : record.beingRemoved());
    if (going.isPresent() && going.get().removed()) {
      going.get().image().previewId().ifPresent(this::erase);
      erase(id);
      blobs.delete(Keys.unshared(id));
    }
  }

  private void erase(ImageId id) {
    blobs.delete(Keys.content(id));
    records.delete(id);
  }

  @Override
  public int removeOrphans(Instant uploadedBefore) {
    int removed = 0;
    try (Stream<String> names = blobs.names(Keys.UNSHARED)) {
      Iterator<ImageId> ids = names.flatMap(name -> ImageId.parse(name).stream()).iterator();
      while (ids.hasNext()) {
        ImageId id = ids.next();
        if (!id.madeAt().isBefore(uploadedBefore)) {
          break;
        }
        removed += removeIfOrphan(id) ? 1 : 0;
      }
    }
    return removed;
  }

  private boolean removeIfOrphan(ImageId id) {
    // Asked within the change, so that a picture that is being shared at this moment stays.
    Optional<ImageRecord> record =
        records.change(id, found -> isOrphan(found) ? found.beingRemoved() : found);
    boolean orphan = record.isEmpty() || record.get().removed();
    if (orphan) {
      record.flatMap(found -> found.image().previewId()).ifPresent(this::erase);
      erase(id);
    }
    blobs.delete(Keys.unshared(id));
    return orphan;
  }

  private boolean isOrphan(ImageRecord record) {
    return record.pictureId().isEmpty()
        ? record.image().audience().isNobody()
        : find(record.image().id()).isEmpty();
  }

  @Override
  public void check() {
    blobs.check();
  }

  @Override
  public void close() {
    blobs.close();
  }
}
