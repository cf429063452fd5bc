package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code ./letstalk rotate-keys}: runs authentication's own command on this stack's keys. */
record RotateKeys(Console console) {

  private static final String COMMAND = "chat.letstalk.authentication.key.RotateKeys";
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  void run(CommandLine line) {
    Path keys = line.data().resolve("keys");
    if (!Files.isDirectory(keys)) {
      throw new StackException("There are no keys yet; ./letstalk up makes the first one.");
    }
    Path code = Checkout.find().exploded("authentication");
    try {
      Process process =
          new ProcessBuilder(
                  Jvm.java(),
                  "-cp",
                  code.resolve("classes") + ":" + code.resolve("lib") + "/*",
                  COMMAND,
                  keys.toString())
              .inheritIO()
              .start();
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      if (process.waitFor() != 0) {
        throw new StackException("No new key was made.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted.", e);
    }
    console.say("Nobody is signed out: the former keys go on verifying.");
  }
}
