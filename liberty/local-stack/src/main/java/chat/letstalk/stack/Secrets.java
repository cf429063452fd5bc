package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Keys that are made once, at random, and kept in {@code secrets/<name>.key} for nobody else. */
record Secrets(Path folder) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Secrets in(Path data) {
    return new Secrets(data.resolve("secrets"));
  }

  /** The key of this name; of several who ask at once for a new one all get the same. */
  String of(String name) {
    Path file = folder.resolve(name + ".key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        make(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whole or not at all, and never over another: a link refuses where a move would replace. */
  private void make(Path file) throws IOException {
    Path draft =
        Files.createTempFile(
            folder,
            "draft",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] key = new byte[24];
    RANDOM.nextBytes(key);
    Files.writeString(draft, HexFormat.of().formatHex(key));
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // somebody else was quicker, and his counts
    } finally {
      Files.delete(draft);
    }
  }
}
