package chat.letstalk.bench.floor;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The floor of uploads and downloads: the same bytes into a file on the same disk, forced to it,
 * and out of it again. To be closed, which deletes the files.
 */
public final class BareFiles implements AutoCloseable {

  private final Path folder;
  private final byte[] content;
  private final List<Path> files = new ArrayList<>();
  private final ExecutorService threads;
  private final AtomicInteger next = new AtomicInteger();

  private BareFiles(Path folder, byte[] content, int atOnce) {
    this.folder = folder;
    this.content = content;
    this.threads = Executors.newFixedThreadPool(atOnce);
    for (int i = 0; i < 2 * atOnce; i++) { // so that none is written twice at a time
      files.add(folder.resolve(String.valueOf(i)));
    }
  }

  /**
   * Files of such a content, in a folder of their own.
   *
   * @param disk some folder on it
   */
  public static BareFiles on(Path disk, byte[] content, int atOnce) {
    try {
      return new BareFiles(Files.createTempDirectory(disk, "bench-"), content, atOnce);
    } catch (IOException e) {
      throw new BenchException("No folder can be made in " + disk + ": " + e.getMessage(), e);
    }
  }

  /** A copy that a power cut does not take. */
  public Operation writes() {
    return () -> CompletableFuture.runAsync(() -> write(nextFile()), threads);
  }

  /** Reading one that has been written. */
  public Operation reads() {
    files.forEach(this::write);
    return () -> CompletableFuture.runAsync(() -> read(nextFile()), threads);
  }

  private Path nextFile() {
    return files.get(Math.floorMod(next.getAndIncrement(), files.size()));
  }

  private void write(Path file) {
    try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Path file) {
    try {
      if (Files.readAllBytes(file).length != content.length) {
        throw new IllegalStateException(file + " is not as long as it was.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new BenchException(folder + " cannot be deleted: " + e.getMessage(), e);
    }
  }
}
