package chat.letstalk.authentication.token;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.letstalk.authentication.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A revoked token stays revoked: after restarts, on every replica, until it expires. */
class RevocationFileTest {

  @TempDir private Path temp;
  private final TestClock clock = new TestClock();

  private RevocationFile replica() {
    return new RevocationFile(temp, clock);
  }

  private Revocation revocation(Duration lifetime) {
    return new Revocation(UUID.randomUUID().toString(), clock.instant().plus(lifetime));
  }

  private Path file() {
    return temp.resolve("revoked-tokens.txt");
  }

  @Test
  void a_restart_forgets_nothing() {
    Revocation lost = revocation(Duration.ofDays(1));
    replica().add(lost);
    RevocationFile restarted = replica();
    assertThat(restarted.isRevoked(lost.tokenId())).isTrue();
    assertThat(restarted.current()).containsExactly(lost);
  }

  @Test
  void other_replicas_know_as_soon_as_they_look() {
    RevocationFile here = replica();
    RevocationFile there = replica();
    Revocation first = revocation(Duration.ofDays(1));
    Revocation second = revocation(Duration.ofDays(2));
    here.add(first);
    assertThat(there.isRevoked(first.tokenId())).isFalse();
    there.refresh();
    assertThat(there.isRevoked(first.tokenId())).isTrue();
    there.add(second);
    here.refresh();
    assertThat(here.current()).containsExactlyInAnyOrder(first, second);
  }

  @Test
  void what_has_expired_is_forgotten_and_its_line_goes_with_the_next_start() throws IOException {
    RevocationFile running = replica();
    Revocation brief = revocation(Duration.ofMinutes(1));
    Revocation longer = revocation(Duration.ofMinutes(10));
    running.add(brief);
    running.add(longer);
    clock.passes(Duration.ofMinutes(1));
    assertThat(running.current()).containsExactly(longer);
    running.refresh();
    assertThat(running.isRevoked(brief.tokenId())).isFalse();
    RevocationFile started = replica();
    assertThat(Files.readAllLines(file())).hasSize(1).first().asString().contains(longer.tokenId());
    assertThat(started.current()).containsExactly(longer);
  }

  @Test
  void a_replica_that_runs_while_another_starts_misses_nothing() {
    RevocationFile running = replica();
    running.add(revocation(Duration.ofSeconds(1)));
    Revocation known = revocation(Duration.ofDays(1));
    running.add(known);
    clock.passes(Duration.ofSeconds(2));
    RevocationFile started = replica(); // writes the file anew, without the expired line
    Revocation later = revocation(Duration.ofDays(1));
    started.add(later);
    running.refresh();
    assertThat(running.current()).containsExactlyInAnyOrder(known, later);
  }

  @Test
  void a_line_that_a_crash_tore_spoils_no_other() throws IOException {
    Revocation before = revocation(Duration.ofDays(1));
    replica().add(before);
    Files.writeString(file(), "18040", APPEND);
    RevocationFile restarted = replica();
    Revocation after = revocation(Duration.ofDays(1));
    Files.writeString(file(), "1804032000 0190b1c2-7d", APPEND);
    restarted.add(after);
    assertThat(replica().current()).containsExactlyInAnyOrder(before, after);
  }

  @Test
  void many_replicas_and_threads_write_without_losing_a_line() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<RevocationFile> replicas = List.of(replica(), replica());
      List<Callable<String>> writes = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        RevocationFile replica = replicas.get(i % 2);
        Revocation revocation = revocation(Duration.ofDays(1));
        writes.add(
            () -> {
              replica.add(revocation);
              replica.refresh();
              return revocation.tokenId();
            });
      }
      List<String> written = new ArrayList<>();
      for (var write : threads.invokeAll(writes)) {
        written.add(write.get());
      }
      assertThat(replica().current().stream().map(Revocation::tokenId))
          .containsExactlyInAnyOrderElementsOf(written);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_revocation_that_could_not_be_stored_is_not_acknowledged() throws IOException {
    RevocationFile running = replica();
    Files.createDirectory(file()); // nothing can be appended to a folder
    Revocation revocation = revocation(Duration.ofDays(1));
    assertThatThrownBy(() -> running.add(revocation)).isInstanceOf(UncheckedIOException.class);
    assertThat(running.isRevoked(revocation.tokenId())).isFalse();
  }

  @Test
  void whoever_hangs_while_he_writes_does_not_hang_the_others() throws IOException {
    RevocationFile running = replica();
    Revocation revocation = revocation(Duration.ofDays(1));
    try (FileChannel hanging = FileChannel.open(temp.resolve("revoked-tokens.lock"), WRITE);
        FileLock lock = hanging.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> running.add(revocation))
          .hasRootCauseInstanceOf(IOException.class)
          .rootCause()
          .hasMessageContaining("revoked-tokens.lock");
    }
    running.add(revocation);
    assertThat(running.isRevoked(revocation.tokenId())).isTrue();
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws IOException {
    Path blocked = Files.writeString(temp.resolve("file"), "in the way").resolve("state");
    assertThatThrownBy(() -> new RevocationFile(blocked, clock))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(blocked.toString());
  }
}
