package chat.letstalk.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Parts that outlived their launcher, because it was killed. */
final class Leftovers {

  private Leftovers() {}

  /** Ends them all, and nothing else. */
  static void end(Path data, Consumer<String> progress) {
    List<PidFile> files =
        PidFile.all(data).stream().filter(file -> !file.part().equals(StackLock.LAUNCHER)).toList();
    List<PidFile> alive = files.stream().filter(file -> file.process().isPresent()).toList();
    if (!alive.isEmpty()) {
      progress.accept(
          "ending what a killed stack left behind: "
              + String.join(", ", alive.stream().map(PidFile::part).toList()));
    }
    alive.forEach(file -> file.process().ifPresent(ProcessHandle::destroy));
    files.forEach(PidFile::end);
  }
}
