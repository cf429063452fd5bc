package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./letstalk down}: stops the stack from elsewhere, and forgets its data when told so. */
record Down(Console console) {

  /** What a stack writes; nothing else in the folder is touched. */
  private static final List<String> OURS =
      List.of(
          "database",
          "database.new",
          "files",
          "kafka",
          "keys",
          "liberty",
          "logs",
          "mongodb",
          "redis",
          "run",
          "s3",
          "secrets",
          "state");

  void run(CommandLine line) {
    Path data = line.data();
    PidFile launcher = PidFile.of(data, StackLock.LAUNCHER);
    boolean ran = launcher.process().isPresent();
    launcher.end();
    Leftovers.end(data, console::step);
    if (line.wipe()) {
      wipe(data);
    }
    console.say(
        (ran ? "Stopped" : "Nothing ran")
            + (line.wipe() ? "; all data is wiped." : "; the data is in " + data + "."));
  }

  static void wipe(Path data) {
    try {
      for (String folder : OURS) {
        Folders.delete(data.resolve(folder));
      }
      if (Files.isDirectory(data)) {
        try (Stream<Path> others = Files.list(data)) {
          if (others.findAny().isEmpty()) {
            Files.delete(data);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
