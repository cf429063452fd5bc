package chat.letstalk.imagestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalImageStoreTest extends ImageStoreSuite {

  @TempDir Path folder;

  private ImageStore store;
  private ImageStore replica;

  @BeforeEach
  void open() {
    store = new LocalImageStore(folder);
    replica = new LocalImageStore(folder);
  }

  @Override
  ImageStore store() {
    return store;
  }

  @Override
  ImageStore replica() {
    return replica;
  }

  @Override
  Blobs blobs() {
    return new FolderBlobs(folder);
  }

  @Test
  void a_removed_picture_leaves_no_file() throws IOException {
    ImageId id = put(bytes(10));
    store.remove(id);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .allMatch(file -> file.getParent().endsWith("locks"));
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));
    assertThatThrownBy(() -> new LocalImageStore(file))
        .isInstanceOf(ImageStoreUnavailable.class)
        .hasMessageContaining("no-folder");
  }
}
