package chat.letstalk.authentication.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** One key for all tests that need any: making one costs more than most tests. */
public final class MadeKey {

  private static final Path FILE = make();

  private MadeKey() {}

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("letstalk-key");
      new KeyFolder(folder).ensureKey(Instant.parse("2027-01-01T00:00:00Z"));
      Path file = folder.resolve("first.json");
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts it into a folder of keys, unless that has a key. */
  public static Path into(Path folder) {
    try {
      Path target = folder.resolve(FILE.getFileName());
      if (!Files.exists(target)) {
        Files.createDirectories(folder);
        Files.copy(FILE, target);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
