package chat.letstalk.imagestore;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Blobs as files. Each is written beside its place, forced to the disk, and moved there, so that
 * nobody ever sees half of one.
 */
final class FolderBlobs implements Blobs {

  private final Path root;
  private final Path drafts;
  private final FolderLocks locks;

  FolderBlobs(Path folder) {
    this.root = folder.toAbsolutePath().normalize();
    this.drafts = root.resolve("drafts");
    this.locks = new FolderLocks(root.resolve("locks"));
    attempt("make the folder " + root, () -> Files.createDirectories(drafts));
  }

  @Override
  public void put(String key, byte[] content, String mediaType) {
    attempt("write " + key, () -> write(root.resolve(key), content));
  }

  private Path write(Path file, byte[] content) throws IOException {
    Path draft = drafts.resolve(UUID.randomUUID().toString());
    try {
      try (FileChannel channel = FileChannel.open(draft, CREATE_NEW, WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      makeFolder(file.getParent());
      Files.move(draft, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
    force(file.getParent());
    return file;
  }

  /** A new folder's name is in the folder above. */
  private void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      makeFolder(folder.getParent());
      Files.createDirectories(folder);
      force(folder.getParent());
    }
  }

  /** A file survives a power cut once the folder that holds its name is on the disk. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  @Override
  public Optional<Versioned> get(String key) {
    return attempt("read " + key, () -> read(key));
  }

  private Optional<Versioned> read(String key) throws IOException {
    try {
      byte[] content = Files.readAllBytes(root.resolve(key));
      return Optional.of(new Versioned(content, ""));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean replace(String key, Versioned read, byte[] content, String mediaType) {
    return attempt(
        "change " + key,
        () ->
            locks.holding(
                key,
                () -> {
                  Optional<Versioned> now = read(key);
                  boolean same =
                      now.isPresent() && Arrays.equals(now.get().content(), read.content());
                  if (same) {
                    write(root.resolve(key), content);
                  }
                  return same;
                }));
  }

  @Override
  public Optional<InputStream> open(String key) {
    return openAt(key, 0).map(Channels::newInputStream);
  }

  @Override
  public Optional<InputStream> open(String key, long offset, long length) {
    return openAt(key, offset).map(channel -> new Part(Channels.newInputStream(channel), length));
  }

  private Optional<FileChannel> openAt(String key, long offset) {
    return attempt(
        "open " + key,
        () -> {
          try {
            return Optional.of(FileChannel.open(root.resolve(key), READ).position(offset));
          } catch (NoSuchFileException e) {
            return Optional.empty();
          }
        });
  }

  @Override
  public void delete(String key) {
    attempt(
        "delete " + key, () -> locks.holding(key, () -> Files.deleteIfExists(root.resolve(key))));
  }

  @Override
  public Stream<String> names(String folder) {
    return attempt(
        "list " + folder,
        () -> {
          try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
          } catch (NoSuchFileException e) {
            return Stream.empty();
          }
        });
  }

  @Override
  public void check() {
    attempt(
        "write to " + root,
        () -> Files.deleteIfExists(Files.createTempFile(drafts, "check", null)));
  }

  @Override
  public void close() {
    // Nothing is kept open.
  }

  private <T> T attempt(String what, FolderLocks.Locked<T> action) {
    try {
      return action.run();
    } catch (IOException e) {
      throw new ImageStoreUnavailable(
          "Cannot %s in %s: look at its disk and at whose it is".formatted(what, root), e);
    }
  }
}
