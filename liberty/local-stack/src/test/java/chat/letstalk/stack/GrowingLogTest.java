package chat.letstalk.stack;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingLogTest {

  @TempDir Path folder;

  @Test
  void each_line_is_read_once_and_only_when_it_is_whole() throws IOException {
    Path file = Files.writeString(folder.resolve("server.log"), "of the last start\n");
    GrowingLog log = new GrowingLog(file, Files.size(file));
    assertThat(log.newLines()).isEmpty();
    Files.writeString(file, "one\ntwo\nthr", APPEND);
    assertThat(log.newLines()).containsExactly("one", "two");
    assertThat(log.newLines()).isEmpty();
    Files.writeString(file, "ee\n", APPEND);
    assertThat(log.newLines()).containsExactly("three");
  }
}
