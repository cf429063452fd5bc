package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code ./letstalk rotate-keys}: asks authentication for a new signing key; old tokens stay good.
 */
record RotateKeys(Console console) {

  void run(CommandLine line) {
    Path keys = line.data().resolve("keys");
    if (!Files.isDirectory(keys)) {
      throw new StackException("There are no keys yet; ./letstalk up makes the first one.");
    }
    try {
      Files.writeString(keys.resolve("rotate"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    console.say("A new signing key will be made; nobody is signed out.");
  }
}
