package chat.letstalk.authentication.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

  @TempDir private Path temp;

  private List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void the_first_start_makes_a_key_that_is_for_its_owner_alone() throws IOException {
    Path path = temp.resolve("not/there/yet");
    KeyFolder folder = new KeyFolder(path);
    folder.ensureKey(NOW);
    assertThat(folder.read()).singleElement().satisfies(key -> assertThat(key.id()).isNotEmpty());
    assertThat(filesIn(path)).containsExactly("first.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(path.resolve("first.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void the_next_start_finds_the_same_key() {
    new KeyFolder(temp).ensureKey(NOW);
    List<SigningKey> first = new KeyFolder(temp).read();
    new KeyFolder(temp).ensureKey(NOW.plusSeconds(1000));
    assertThat(new KeyFolder(temp).read()).isEqualTo(first);
  }

  @Test
  void replicas_that_start_together_agree_on_one_key() throws Exception {
    ExecutorService replicas = Executors.newFixedThreadPool(6);
    try {
      Callable<List<SigningKey>> start =
          () -> {
            KeyFolder folder = new KeyFolder(temp.resolve("shared"));
            folder.ensureKey(NOW);
            return folder.read();
          };
      List<List<SigningKey>> seen = new ArrayList<>();
      for (Future<List<SigningKey>> replica :
          replicas.invokeAll(List.of(start, start, start, start, start, start))) {
        seen.add(replica.get());
      }
      assertThat(seen.get(0)).hasSize(1);
      assertThat(seen).containsOnly(seen.get(0));
      assertThat(filesIn(temp.resolve("shared"))).containsExactly("first.json");
    } finally {
      replicas.shutdownNow();
    }
  }

  @Test
  void a_secret_of_somebody_elses_making_serves_as_well() throws Exception {
    var own = new RSAKeyGenerator(3072).keyID("ours-2027").generate();
    Files.writeString(temp.resolve("secret.json"), new JWKSet(own).toString(false));
    new KeyFolder(temp).ensureKey(NOW);
    assertThat(new KeyFolder(temp).read())
        .singleElement()
        .satisfies(key -> assertThat(key.id()).isEqualTo("ours-2027"));
  }

  @Test
  void what_is_no_key_is_skipped() throws Exception {
    Path weak = temp.resolve("weak.json");
    var small = new RSAKeyGenerator(1024, true).keyID("weak").generate();
    Files.writeString(weak, new JWKSet(small).toString(false));
    Files.writeString(temp.resolve("torn.json"), "{\"keys\":[{\"kty\":\"RSA\",");
    Files.writeString(temp.resolve("notes.txt"), "not a key");
    Files.writeString(temp.resolve(".draft.json"), "not yet a key");
    KeyFolder folder = new KeyFolder(temp);
    SigningKey good = folder.add(NOW);
    assertThat(folder.read()).containsExactly(good);
  }

  @Test
  void keys_come_oldest_first_whatever_their_files_are_called() {
    KeyFolder folder = new KeyFolder(temp);
    SigningKey newer = folder.add(NOW.plusSeconds(60));
    SigningKey older = folder.add(NOW);
    assertThat(folder.read()).containsExactly(older, newer);
  }

  @Test
  void a_folder_that_cannot_be_written_is_named() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "in the way");
    Path folder = file.resolve("keys");
    assertThatThrownBy(() -> new KeyFolder(folder).ensureKey(NOW))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void no_text_form_shows_the_private_part() {
    SigningKey key = SigningKey.create(NOW);
    String secret = key.jwk().getPrivateExponent().toString();
    assertThat(key.toString()).doesNotContain(secret).doesNotContain("\"d\"");
    assertThat(key.published().isPrivate()).isFalse();
  }
}
