package chat.letstalk.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Services that share a server find each class once, whichever of them asks. */
class OneServerTest {

  @Test
  void no_service_brings_a_class_that_all_have_already() {
    Stack stack = Stack.allInOne();
    List<Path> libraries = jarsBelow(stack.skinnyWars().resolve("libraries"));
    assertThat(libraries).hasSizeGreaterThan(50);
    Set<String> known = new HashSet<>();
    for (Path jar : libraries) {
      assertThat(classesIn(jar)).as("%s", jar).allMatch(known::add);
    }

    jarsBelow(stack.skinnyWars()).stream()
        .filter(jar -> !libraries.contains(jar))
        .forEach(jar -> assertThat(classesIn(jar)).as("%s", jar).noneMatch(known::contains));
  }

  private static List<Path> jarsBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> classesIn(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .filter(name -> !name.endsWith("-info.class"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
