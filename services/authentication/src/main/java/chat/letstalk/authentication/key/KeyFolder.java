package chat.letstalk.authentication.key;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The private keys in a folder that all replicas share: each file {@code *.json} is a JWK set. A
 * mounted Kubernetes secret serves as well; a folder that has a key is only ever read, except by
 * {@link #add}.
 */
public final class KeyFolder {

  private static final Logger LOG = Logger.getLogger(KeyFolder.class.getName());

  private final Path folder;
  private final Set<String> complainedAbout = ConcurrentHashMap.newKeySet();

  /**
   * @param folder need not exist
   */
  public KeyFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * All usable keys; files that are none are skipped.
   *
   * @return the oldest first; empty when there is none
   */
  public List<SigningKey> read() {
    List<SigningKey> keys = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return keys;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
      for (Path file : files) {
        addKeysOf(file, keys);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the folder of keys " + folder, e);
    }
    return keys.stream().distinct().sorted().toList();
  }

  private void addKeysOf(Path file, List<SigningKey> keys) {
    try {
      for (var key : JWKSet.parse(Files.readString(file)).getKeys()) {
        if (key instanceof RSAKey rsa) {
          keys.add(SigningKey.from(rsa));
        }
      }
    } catch (IOException | ParseException | IllegalArgumentException e) {
      if (complainedAbout.add(file.toString())) {
        // Without the cause: a parser may quote what it read.
        LOG.log(Level.SEVERE, () -> file + " is no set of signing keys and is not used");
      }
    }
  }

  /**
   * Makes the first key unless there is one. Of replicas that start together one wins.
   *
   * @throws UncheckedIOException when there is no key and none can be written
   */
  public void ensureKey(Instant now) {
    if (!read().isEmpty()) {
      return;
    }
    try {
      Path made = write(SigningKey.create(now));
      try {
        place(made, folder.resolve("first.json"));
      } catch (FileAlreadyExistsException e) {
        LOG.fine("Another replica was first");
      } finally {
        Files.deleteIfExists(made);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "There is no signing key in " + folder + " and none can be written", e);
    }
  }

  /** Makes visible at once, and never in the place of what is there. */
  private static void place(Path made, Path target) throws IOException {
    try {
      Files.createLink(target, made);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      LOG.log(Level.FINE, e, () -> target + " cannot be linked");
      Files.move(made, target);
    }
  }

  /** Adds a new key. */
  public SigningKey add(Instant now) {
    SigningKey key = SigningKey.create(now);
    try {
      Path target = folder.resolve("key-%d-%s.json".formatted(now.getEpochSecond(), key.id()));
      Files.move(write(key), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a key into " + folder, e);
    }
    return key;
  }

  private Path write(SigningKey key) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (posix) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
    Path file = folder.resolve("." + UUID.randomUUID() + ".tmp");
    if (posix) {
      var ownersAlone = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownersAlone));
    } else {
      Files.createFile(file);
    }
    Files.writeString(file, new JWKSet(key.jwk()).toString(false));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return file;
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
