package chat.letstalk.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareFilesTest {

  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path disk;

  @Test
  void what_is_written_is_on_the_disk_until_it_is_closed() throws Exception {
    try (BareFiles files = BareFiles.on(disk, CONTENT, 2)) {
      files.writes().start().get(30, TimeUnit.SECONDS);
      assertThat(disk).isDirectoryRecursivelyContaining(path -> path.endsWith("0"));
    }
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void there_is_something_to_read_even_if_nothing_was_written() throws Exception {
    try (BareFiles files = BareFiles.on(disk, CONTENT, 2)) {
      files.reads().start().get(30, TimeUnit.SECONDS);
    }
  }
}
