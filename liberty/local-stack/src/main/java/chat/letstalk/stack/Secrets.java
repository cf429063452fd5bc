package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Keys that are made once, at random, and kept in {@code secrets/<name>.key} for nobody else. */
record Secrets(Path folder) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Secrets in(Path data) {
    return new Secrets(data.resolve("secrets"));
  }

  String of(String name) {
    Path file = folder.resolve(name + ".key");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(folder);
        Path draft =
            Files.createTempFile(
                folder,
                name,
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        byte[] key = new byte[24];
        RANDOM.nextBytes(key);
        Files.writeString(draft, HexFormat.of().formatHex(key));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
