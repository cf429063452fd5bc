package chat.letstalk.authentication.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeysTest {

  private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

  @TempDir private Path temp;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return RotateKeys.run(
        args, NOW, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  @Test
  void adds_a_key_beside_those_that_are_there() {
    KeyFolder folder = new KeyFolder(temp);
    folder.ensureKey(NOW.minusSeconds(1000));
    assertThat(run(temp.toString())).isZero();
    assertThat(folder.read()).hasSize(2);
    assertThat(out.toString(UTF_8))
        .contains(folder.read().get(1).id())
        .contains("2027-03-01T12:01:00Z");
  }

  @Test
  void a_folder_that_is_not_there_is_a_slip_of_the_hand_and_none_is_made() {
    Path missing = temp.resolve("kyes");
    assertThat(run(missing.toString())).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains(missing.toString());
    assertThat(Files.exists(missing)).isFalse();
  }

  @Test
  void says_how_it_is_used() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(UTF_8)).startsWith("Usage:");
  }
}
