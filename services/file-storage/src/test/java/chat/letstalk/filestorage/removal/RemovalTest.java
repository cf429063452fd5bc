package chat.letstalk.filestorage.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.filestorage.Counts;
import chat.letstalk.imagestore.Audience;
import chat.letstalk.imagestore.ImageId;
import chat.letstalk.imagestore.ImageRole;
import chat.letstalk.imagestore.ImageShape;
import chat.letstalk.imagestore.ImageStore;
import chat.letstalk.imagestore.LocalImageStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pictures that nobody needs. */
class RemovalTest {

  private static final ImageShape SHAPE = new ImageShape("image/webp", 10, 10);

  @TempDir Path folder;
  private final Counts meter = new Counts();
  private ImageStore store;

  @BeforeEach
  void open() {
    store = new LocalImageStore(folder);
  }

  private ImageId picture() {
    return store.put(UUID.randomUUID(), ImageRole.AVATAR, SHAPE, new byte[] {1, 2, 3}).id();
  }

  private void sweepIn(Duration later) {
    Clock then = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
    new SweepOrphans(store, Duration.ofDays(1), then, meter).sweep();
  }

  @Test
  void a_removed_picture_is_gone_and_removing_it_again_is_no_error() {
    ImageId id = picture();
    RemoveImage removeImage = new RemoveImage(store, meter);
    removeImage.remove(id.toString());
    removeImage.remove(id.toString());
    assertThat(store.find(id)).isEmpty();
    assertThat(meter.removed).hasValue(2);
  }

  @Test
  void what_is_no_id_can_never_be_removed() {
    RemoveImage removeImage = new RemoveImage(store, meter);
    assertThatThrownBy(() -> removeImage.remove("../../etc/passwd"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> removeImage.remove(null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_picture_that_was_never_sent_is_swept_after_a_day() {
    ImageId id = picture();
    sweepIn(Duration.ofHours(23));
    assertThat(store.find(id)).isPresent();
    sweepIn(Duration.ofHours(25));
    assertThat(store.find(id)).isEmpty();
    assertThat(meter.swept).hasValue(1);
  }

  @Test
  void a_picture_that_was_sent_stays() {
    ImageId id = picture();
    store.share(id, Audience.EVERYBODY);
    sweepIn(Duration.ofDays(1000));
    assertThat(store.find(id)).isPresent();
    assertThat(meter.swept).hasValue(0);
  }
}
