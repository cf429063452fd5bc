package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {

  @Test
  void a_data_folder_that_cannot_be_made_ends_in_one_sentence(@TempDir Path folder)
      throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    CommandLine line = CommandLine.parse(List.of("up"), file.resolve("data"));
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(() -> new Up(new Console()).run(line))
        .withMessageContainingAll(file.toString(), "--data");
  }
}
