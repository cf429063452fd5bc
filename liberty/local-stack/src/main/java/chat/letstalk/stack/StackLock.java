package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One stack per data folder. The lock is the system's, so it ends with the process that holds it;
 * the process and the main port of the holder are beside it, for the other commands.
 */
record StackLock(FileChannel channel, Path data) {

  static final String LAUNCHER = "launcher";

  static StackLock of(StackOptions options) {
    Path data = options.data();
    FileChannel channel = null;
    try {
      Files.createDirectories(data.resolve("run"));
      channel =
          FileChannel.open(
              data.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new OverlappingFileLockException();
      }
      Files.writeString(portFile(data), String.valueOf(options.port()));
      return new StackLock(channel, data);
    } catch (OverlappingFileLockException e) {
      close(channel);
      throw new StackException(
          "A stack with the data folder " + data + " runs already; ./letstalk down stops it.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The main port of the stack that ran last with this folder. */
  static Optional<Integer> lastPort(Path data) {
    try {
      return Optional.of(Integer.valueOf(Files.readString(portFile(data)).strip()));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Path portFile(Path data) {
    return data.resolve("run/port");
  }

  void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
