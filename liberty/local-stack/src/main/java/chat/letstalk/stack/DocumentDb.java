package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * A PostgreSQL with the DocumentDB extension, which somebody has running and names in the
 * environment. Where there is one, it keeps what the stand-in for MongoDB would: for the stack, the
 * tests and the benchmark alike. Each data folder has a database of its own there.
 */
final class DocumentDb {

  /** Its JDBC address with its user. The gateway reads it too: command lines are seen by all. */
  static final String VARIABLE = "LETSTALK_DOCUMENTDB_URL";

  private DocumentDb() {}

  static boolean isThere() {
    return Optional.ofNullable(System.getenv(VARIABLE)).filter(url -> !url.isBlank()).isPresent();
  }

  /** The name of a folder's database, kept in it. */
  static String databaseOf(Path folder) {
    Path kept = folder.resolve("documentdb-database");
    try {
      if (!Files.exists(kept)) {
        Files.createDirectories(folder);
        Files.writeString(kept, "letstalk_" + UUID.randomUUID().toString().substring(0, 8));
      }
      return Files.readString(kept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
