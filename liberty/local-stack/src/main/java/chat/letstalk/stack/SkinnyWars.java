package chat.letstalk.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The WARs of services that share a server, unpacked. What several of them bring from others, such
 * as the clients of Kafka and gRPC, lies beside them once and is loaded and compiled once: that is
 * a good part of a start. Our own jars stay where they are, as their beans belong to one service.
 */
record SkinnyWars(Path folder) {

  private static final String JARS = "WEB-INF/lib/";
  private static final String OURS = JARS + "lib-";

  /** Where the jars for all lie. */
  Path libraries() {
    return folder.resolve("libraries");
  }

  /** Where what is left of a service's WAR lies. */
  Path of(String service) {
    return folder.resolve(service + ".war");
  }

  /**
   * Unpacks what was packed anew since the last time; else it does nothing.
   *
   * @param wars by the names of the services
   */
  void unpack(Map<String, Path> wars) {
    Path unpacked = folder.resolve("unpacked.txt");
    try {
      String packed = stamps(wars);
      if (Files.exists(unpacked) && Files.readString(unpacked).equals(packed)) {
        return;
      }
      Folders.delete(folder);
      Files.createDirectories(libraries());
      Set<String> shared = carriedBySeveral(wars.values());
      for (Map.Entry<String, Path> war : wars.entrySet()) {
        unpack(war.getValue(), of(war.getKey()), shared);
      }
      // Last: a start that was killed on the way begins again.
      Files.writeString(unpacked, packed);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack the WARs into " + folder + ".", e);
    }
  }

  private static String stamps(Map<String, Path> wars) throws IOException {
    StringBuilder stamps = new StringBuilder();
    for (Path war : new TreeMap<>(wars).values()) {
      FileTime changed = Files.getLastModifiedTime(war);
      stamps.append(war).append(' ').append(Files.size(war)).append(' ').append(changed);
      stamps.append('\n');
    }
    return stamps.toString();
  }

  private static Set<String> carriedBySeveral(Collection<Path> wars) throws IOException {
    Set<String> seen = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (Path war : wars) {
      for (String jar : othersJars(war)) {
        if (!seen.add(jar)) {
          again.add(jar);
        }
      }
    }
    return again;
  }

  private static List<String> othersJars(Path war) throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(JARS) && name.endsWith(".jar") && !name.startsWith(OURS))
          .toList();
    }
  }

  private void unpack(Path war, Path rest, Set<String> shared) throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (ZipEntry entry : zip.stream().filter(packed -> !packed.isDirectory()).toList()) {
        String name = entry.getName();
        Path file =
            shared.contains(name)
                ? libraries().resolve(name.substring(JARS.length()))
                : rest.resolve(name);
        if (!Files.exists(file)) {
          Files.createDirectories(file.getParent());
          try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
          }
        }
      }
    }
  }
}
