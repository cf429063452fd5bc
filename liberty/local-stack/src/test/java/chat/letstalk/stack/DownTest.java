package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./letstalk down --wipe} leaves of a data folder. */
class DownTest {

  @TempDir Path folder;

  private void wipes(Path data) {
    List<String> words = List.of("down", "--wipe", "--data", data.toString());
    new Down(new Console()).run(CommandLine.parse(words, data));
  }

  @Test
  void of_the_other_engines_nothing_is_left() {
    Path data = folder.resolve("stack");
    LocalMongoDb.start(data).close();
    LocalRedis.start(data).close();

    wipes(data);

    assertThat(data).doesNotExist();
  }

  @Test
  void what_a_stack_has_not_written_stays() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "mine");
    LocalRedis.start(folder).close();

    wipes(folder);

    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(notes));
    assertThat(notes).hasContent("mine");
  }
}
