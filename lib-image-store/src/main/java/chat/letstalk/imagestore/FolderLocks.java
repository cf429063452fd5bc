package chat.letstalk.imagestore;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Lets one at a time change a key: of all threads of this process, and of all processes that use
 * the same folder. Keys share {@value #COUNT} locks. What is held by a process ends with it.
 */
final class FolderLocks {

  private static final int COUNT = 64;

  /** A process may ask for a file's lock once only, so all of its threads agree first. */
  private static final Lock[] THREADS =
      Stream.generate(ReentrantLock::new).limit(COUNT).toArray(Lock[]::new);

  private final Path folder;

  FolderLocks(Path folder) {
    this.folder = folder;
  }

  interface Locked<T> {
    T run() throws IOException;
  }

  <T> T holding(String key, Locked<T> action) throws IOException {
    int number = Math.floorMod(key.hashCode(), COUNT);
    THREADS[number].lock();
    try {
      Files.createDirectories(folder);
      try (FileChannel file =
          FileChannel.open(folder.resolve(String.valueOf(number)), CREATE, WRITE)) {
        FileLock lock = file.lock();
        try {
          return action.run();
        } finally {
          lock.release();
        }
      }
    } finally {
      THREADS[number].unlock();
    }
  }
}
