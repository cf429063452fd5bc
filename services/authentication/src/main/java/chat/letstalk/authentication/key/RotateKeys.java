package chat.letstalk.authentication.key;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Adds a new signing key to a folder that running replicas share. They find it by themselves and
 * sign with it a minute later; nobody is signed out.
 */
public final class RotateKeys {

  private RotateKeys() {}

  /**
   * Adds a key.
   *
   * @param args the folder: {@code letstalk.authentication.keys.folder}
   */
  public static void main(String[] args) {
    int status = run(args, Instant.now(), System.out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String[] args, Instant now, PrintStream out, PrintStream err) {
    if (args.length != 1 || args[0].isBlank()) {
      err.println("Usage: RotateKeys FOLDER");
      return 2;
    }
    if (!Files.isDirectory(Path.of(args[0]))) {
      err.println("There is no folder " + args[0]);
      return 1;
    }
    try {
      SigningKey key = new KeyFolder(Path.of(args[0])).add(now);
      out.printf("The new key %s signs from %s on.%n", key.id(), KeyRing.signsFrom(key));
      return 0;
    } catch (UncheckedIOException e) {
      err.println(e.getMessage() + ": " + e.getCause().getMessage());
      return 1;
    }
  }
}
