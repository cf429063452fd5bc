package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownTest {

  @TempDir Path folder;

  @Test
  void what_any_engine_has_kept_is_wiped_and_nothing_else() throws IOException {
    Path data = folder.resolve("data");
    StackOptions mysql = StackOptions.allInOne(data).with(Choice.FILES, "s3");
    StackOptions mongoDb = mysql.with(Choice.STORE, "mongodb").with(Choice.CACHE, "redis");
    for (StackOptions options : new StackOptions[] {mysql, mongoDb}) {
      for (Engine engine : Engine.of(options)) {
        if (!engine.part().equals(LocalMailbox.PART)) { // in memory
          Files.createDirectories(data.resolve(engine.part()).resolve("kept"));
        }
      }
    }
    Path mine = Files.createDirectories(data.resolve("mine"));

    Down.wipe(data);

    assertThat(data.toFile().listFiles()).containsExactly(mine.toFile());
  }
}
