package chat.letstalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Services in one server load what they have in common once. */
class SkinnyWarsTest {

  @TempDir private Path folder;
  private SkinnyWars skinny;
  private Map<String, Path> wars;

  @BeforeEach
  void two_services_are_packed() throws IOException {
    skinny = new SkinnyWars(folder.resolve("skinny"));
    wars =
        Map.of(
            "chat-api",
            war(
                "chat-api",
                "WEB-INF/classes/Chat.class",
                "WEB-INF/lib/kafka-clients-4.jar",
                "WEB-INF/lib/hibernate-6.jar",
                "WEB-INF/lib/lib-contracts-1.jar"),
            "email",
            war(
                "email",
                "WEB-INF/classes/Mail.class",
                "WEB-INF/lib/kafka-clients-4.jar",
                "WEB-INF/lib/lib-contracts-1.jar"));
  }

  @Test
  void what_several_bring_lies_there_once_and_the_rest_in_its_war() {
    skinny.unpack(wars);

    assertThat(filesIn(skinny.libraries())).containsExactly("kafka-clients-4.jar");
    assertThat(filesIn(skinny.of("chat-api")))
        .containsExactly(
            "WEB-INF/classes/Chat.class",
            "WEB-INF/lib/hibernate-6.jar",
            "WEB-INF/lib/lib-contracts-1.jar");
    assertThat(filesIn(skinny.of("email")))
        .containsExactly("WEB-INF/classes/Mail.class", "WEB-INF/lib/lib-contracts-1.jar");
  }

  @Test
  void a_war_that_was_packed_anew_is_unpacked_anew() throws IOException {
    skinny.unpack(wars);
    war("email", "WEB-INF/classes/Letter.class");

    skinny.unpack(wars);

    assertThat(filesIn(skinny.of("email"))).containsExactly("WEB-INF/classes/Letter.class");
    assertThat(filesIn(skinny.of("chat-api"))).contains("WEB-INF/lib/kafka-clients-4.jar");
    assertThat(filesIn(skinny.libraries())).isEmpty();
  }

  @Test
  void nothing_is_unpacked_twice() throws IOException {
    skinny.unpack(wars);
    Files.writeString(skinny.of("email").resolve("left"), "as it was");

    skinny.unpack(wars);

    assertThat(filesIn(skinny.of("email"))).contains("left");
  }

  @Test
  void a_start_that_was_killed_while_it_unpacked_is_made_good() throws IOException {
    Files.createDirectories(skinny.of("email").resolve("WEB-INF/classes"));
    Files.writeString(skinny.of("email").resolve("WEB-INF/classes/Mail.class"), "hal");

    skinny.unpack(wars);

    assertThat(skinny.of("email").resolve("WEB-INF/classes/Mail.class"))
        .hasContent("WEB-INF/classes/Mail.class");
  }

  /** Each file in it has its name as content. */
  private Path war(String service, String... names) throws IOException {
    Path war = folder.resolve(service + ".war");
    try (OutputStream file = Files.newOutputStream(war);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return war;
  }

  private static List<String> filesIn(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
