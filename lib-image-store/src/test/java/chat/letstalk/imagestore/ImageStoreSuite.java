package chat.letstalk.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every engine's store promises. */
abstract class ImageStoreSuite {

  private static final ImageShape WEBP = new ImageShape("image/webp", 512, 438);
  private static final ImageShape SMALL = new ImageShape("image/webp", 64, 55);

  private final UUID alice = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final UUID carol = UUID.randomUUID();

  /** The store under test. */
  abstract ImageStore store();

  /** Another process's view of the same store. */
  abstract ImageStore replica();

  abstract Blobs blobs();

  @Test
  void a_picture_comes_back_as_it_was_stored() {
    byte[] content = bytes(300_000);
    StoredImage stored = store().put(alice, ImageRole.MESSAGE, WEBP, content);
    assertThat(replica().find(stored.id())).contains(stored);
    assertThat(read(replica().open(stored.id()))).isEqualTo(content);
    assertThat(stored.bytes()).isEqualTo(content.length);
    assertThat(stored.previewId()).isEmpty();
  }

  @Test
  void the_largest_picture_comes_back_as_it_was_stored() {
    byte[] content = bytes(20 * 1024 * 1024);
    StoredImage stored = store().put(alice, ImageRole.MESSAGE, WEBP, content);
    assertThat(read(store().open(stored.id()))).isEqualTo(content);
  }

  @Test
  void a_part_is_what_was_asked_for() {
    byte[] content = bytes(1000);
    ImageId id = put(content);
    assertThat(read(store().open(id, 0, 1))).isEqualTo(new byte[] {content[0]});
    assertThat(read(store().open(id, 990, 10))).isEqualTo(Arrays.copyOfRange(content, 990, 1000));
    assertThat(read(store().open(id, 100, 300))).isEqualTo(Arrays.copyOfRange(content, 100, 400));
  }

  @Test
  void nothing_is_known_of_an_unknown_id() {
    ImageId unknown = ImageId.next();
    assertThat(store().find(unknown)).isEmpty();
    assertThat(store().open(unknown)).isEmpty();
    assertThat(store().open(unknown, 0, 10)).isEmpty();
    assertThat(store().share(unknown, Audience.EVERYBODY)).isFalse();
    assertThat(store().putPreview(unknown, SMALL, bytes(10))).isEmpty();
    store().remove(unknown);
  }

  @Test
  void an_empty_picture_is_refused() {
    assertThatThrownBy(() -> store().put(alice, ImageRole.AVATAR, WEBP, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void at_first_only_the_owner_may_see_it() {
    StoredImage image = store().find(put(bytes(10))).orElseThrow();
    assertThat(image.isVisibleTo(alice)).isTrue();
    assertThat(image.isVisibleTo(bob)).isFalse();
  }

  @Test
  void a_shared_picture_is_seen_by_those_it_is_shared_with_and_nobody_else() {
    ImageId id = put(bytes(10));
    assertThat(store().share(id, Audience.of(List.of(alice, bob)))).isTrue();
    StoredImage image = replica().find(id).orElseThrow();
    assertThat(image.isVisibleTo(bob)).isTrue();
    assertThat(image.isVisibleTo(carol)).isFalse();
  }

  @Test
  void sharing_twice_changes_nothing_and_sharing_with_others_takes_nothing_away() {
    ImageId id = put(bytes(10));
    store().share(id, Audience.of(List.of(bob)));
    StoredImage once = store().find(id).orElseThrow();
    assertThat(replica().share(id, Audience.of(List.of(bob)))).isTrue();
    assertThat(store().find(id)).contains(once);
    replica().share(id, Audience.of(List.of(carol)));
    StoredImage more = store().find(id).orElseThrow();
    assertThat(more.isVisibleTo(bob)).isTrue();
    assertThat(more.isVisibleTo(carol)).isTrue();
  }

  @Test
  void an_avatar_is_seen_by_everybody() {
    ImageId id = store().put(alice, ImageRole.AVATAR, WEBP, bytes(10)).id();
    store().share(id, Audience.EVERYBODY);
    assertThat(store().find(id).orElseThrow().isVisibleTo(UUID.randomUUID())).isTrue();
  }

  @Test
  void accounts_that_are_added_at_the_same_moment_are_all_added() throws Exception {
    ImageId id = put(bytes(10));
    List<UUID> accounts = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    List<Callable<Boolean>> shares = new ArrayList<>();
    for (UUID account : accounts) {
      shares.add(() -> store().share(id, Audience.of(List.of(account))));
      shares.add(() -> replica().share(id, Audience.of(List.of(account))));
    }
    assertThat(atOnce(shares)).containsOnly(true);
    assertThat(store().find(id).orElseThrow().audience().accounts()).containsAll(accounts);
  }

  @Test
  void a_preview_is_seen_by_whoever_may_see_the_picture_also_later() {
    ImageId id = put(bytes(10));
    byte[] content = bytes(5);
    StoredImage preview = store().putPreview(id, SMALL, content).orElseThrow();
    assertThat(preview.id()).isNotEqualTo(id);
    assertThat(preview.shape()).isEqualTo(SMALL);
    assertThat(read(replica().open(preview.id()))).isEqualTo(content);
    assertThat(replica().find(id).orElseThrow().previewId()).contains(preview.id());
    assertThat(replica().find(preview.id()).orElseThrow().isVisibleTo(bob)).isFalse();
    store().share(id, Audience.of(List.of(bob)));
    assertThat(replica().find(preview.id()).orElseThrow().isVisibleTo(bob)).isTrue();
    assertThat(replica().find(preview.id()).orElseThrow().isVisibleTo(carol)).isFalse();
  }

  @Test
  void of_several_previews_the_first_stays() throws Exception {
    ImageId id = put(bytes(10));
    StoredImage first = store().putPreview(id, SMALL, bytes(5)).orElseThrow();
    assertThat(replica().putPreview(id, SMALL, bytes(7))).contains(first);
    assertThat(store().find(first.id())).contains(first);
  }

  @Test
  void of_previews_that_come_at_the_same_moment_one_stays() throws Exception {
    ImageId id = put(bytes(10));
    List<Callable<Optional<StoredImage>>> puts = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      puts.add(() -> store().putPreview(id, SMALL, bytes(5)));
      puts.add(() -> replica().putPreview(id, SMALL, bytes(6)));
    }
    List<Optional<StoredImage>> answers = atOnce(puts);
    assertThat(answers).doesNotContain(Optional.empty()).containsOnly(answers.get(0));
    StoredImage stays = answers.get(0).orElseThrow();
    assertThat(read(store().open(stays.id()))).hasSize((int) stays.bytes());
  }

  @Test
  void a_preview_has_no_preview_and_is_not_shared_by_itself() {
    ImageId preview = store().putPreview(put(bytes(10)), SMALL, bytes(5)).orElseThrow().id();
    assertThat(store().putPreview(preview, SMALL, bytes(5))).isEmpty();
    assertThat(store().share(preview, Audience.EVERYBODY)).isFalse();
  }

  @Test
  void a_removed_picture_is_gone_with_its_preview_and_stays_gone() {
    ImageId id = put(bytes(10));
    ImageId preview = store().putPreview(id, SMALL, bytes(5)).orElseThrow().id();
    store().share(id, Audience.EVERYBODY);
    replica().remove(id);
    store().remove(id);
    for (ImageId gone : List.of(id, preview)) {
      assertThat(store().find(gone)).isEmpty();
      assertThat(store().open(gone)).isEmpty();
    }
    assertThat(store().share(id, Audience.EVERYBODY)).isFalse();
    assertThat(store().putPreview(id, SMALL, bytes(5))).isEmpty();
  }

  @Test
  void a_preview_is_not_removed_by_itself() {
    ImageId preview = store().putPreview(put(bytes(10)), SMALL, bytes(5)).orElseThrow().id();
    store().remove(preview);
    assertThat(store().find(preview)).isPresent();
  }

  @Test
  void pictures_that_nobody_ever_sent_are_swept_and_all_others_stay() {
    ImageId unsent = put(bytes(10));
    ImageId sent = put(bytes(10));
    store().share(sent, Audience.of(List.of(bob)));
    ImageId preview = store().putPreview(sent, SMALL, bytes(5)).orElseThrow().id();
    replica().removeOrphans(inAnHour());
    assertThat(store().find(unsent)).isEmpty();
    assertThat(store().open(unsent)).isEmpty();
    assertThat(store().find(sent)).isPresent();
    assertThat(store().find(preview)).isPresent();
  }

  @Test
  void young_pictures_are_not_swept() {
    ImageId unsent = put(bytes(10));
    store().removeOrphans(Instant.now().minusSeconds(3600));
    assertThat(store().find(unsent)).isPresent();
  }

  @Test
  void sweeps_at_the_same_moment_do_no_harm() throws Exception {
    ImageId sent = put(bytes(10));
    store().share(sent, Audience.EVERYBODY);
    ImageId unsent = put(bytes(10));
    List<Callable<Integer>> sweeps =
        List.of(() -> store().removeOrphans(inAnHour()), () -> replica().removeOrphans(inAnHour()));
    atOnce(sweeps);
    assertThat(store().find(sent)).isPresent();
    assertThat(store().find(unsent)).isEmpty();
  }

  @Test
  void what_an_upload_left_that_was_cut_off_is_swept() {
    ImageId id = ImageId.next();
    blobs().put(Keys.unshared(id), new byte[0], "text/plain");
    blobs().put(Keys.content(id), bytes(10), "image/webp");
    assertThat(store().find(id)).isEmpty();
    store().removeOrphans(inAnHour());
    assertThat(store().open(id)).isEmpty();
  }

  @Test
  void a_preview_that_was_stored_but_never_became_the_pictures_is_swept() {
    ImageId picture = put(bytes(10));
    store().share(picture, Audience.EVERYBODY);
    ImageId id = ImageId.next();
    StoredImage preview =
        new StoredImage(
            id, alice, ImageRole.PREVIEW, SMALL, 5, id.madeAt(), Audience.NOBODY, Optional.empty());
    blobs().put(Keys.unshared(id), new byte[0], "text/plain");
    blobs().put(Keys.content(id), bytes(5), "image/webp");
    new ImageRecords(blobs()).put(new ImageRecord(preview, Optional.of(picture), false));
    assertThat(store().find(id)).isEmpty();
    store().removeOrphans(inAnHour());
    assertThat(store().open(id)).isEmpty();
    assertThat(store().find(picture)).isPresent();
  }

  @Test
  void a_removal_that_was_cut_off_is_ended_by_the_next() {
    ImageId id = put(bytes(10));
    ImageId preview = store().putPreview(id, SMALL, bytes(5)).orElseThrow().id();
    new ImageRecords(blobs()).change(id, ImageRecord::beingRemoved);
    assertThat(store().find(id)).isEmpty();
    assertThat(store().find(preview)).isEmpty();
    store().remove(id);
    assertThat(store().open(id)).isEmpty();
    assertThat(store().open(preview)).isEmpty();
  }

  @Test
  void it_says_that_it_is_well() {
    store().check();
  }

  protected ImageId put(byte[] content) {
    return store().put(alice, ImageRole.MESSAGE, WEBP, content).id();
  }

  private static Instant inAnHour() {
    return Instant.now().plusSeconds(3600);
  }

  protected static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  private static byte[] read(Optional<InputStream> stream) {
    try (InputStream opened = stream.orElseThrow()) {
      return opened.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(actions.size());
    CyclicBarrier start = new CyclicBarrier(actions.size());
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (Callable<T> action : actions) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  return action.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
