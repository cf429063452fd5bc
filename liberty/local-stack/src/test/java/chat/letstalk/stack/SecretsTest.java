package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  private static final int ASKING = 8;

  @TempDir private Path data;

  @Test
  void of_parts_that_ask_for_a_new_key_at_the_same_moment_all_get_the_same() throws Exception {
    ExecutorService parts = Executors.newFixedThreadPool(ASKING);
    try {
      for (int round = 0; round < 50; round++) {
        assertThat(askedAtOnce(parts, "key-" + round)).hasSize(ASKING).containsOnly(key(round));
      }
    } finally {
      parts.shutdownNow();
    }
  }

  private String key(int round) {
    return Secrets.in(data).of("key-" + round);
  }

  private List<String> askedAtOnce(ExecutorService parts, String name) throws Exception {
    CyclicBarrier start = new CyclicBarrier(ASKING);
    List<Future<String>> asked = new ArrayList<>();
    for (int n = 0; n < ASKING; n++) {
      asked.add(
          parts.submit(
              () -> {
                start.await();
                return Secrets.in(data).of(name);
              }));
    }
    List<String> keys = new ArrayList<>();
    for (Future<String> key : asked) {
      keys.add(key.get());
    }
    return keys;
  }

  @Test
  void a_key_is_for_nobody_else_and_nothing_else_is_left() throws IOException {
    Secrets.in(data).of("mine");
    try (var files = Files.list(data.resolve("secrets"))) {
      assertThat(files.toList()).containsExactly(data.resolve("secrets/mine.key"));
    }
    assertThat(Files.getPosixFilePermissions(data.resolve("secrets/mine.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
