package chat.letstalk.filestorage.grpcweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.letstalk.filestorage.FileServerTest;
import chat.letstalk.filestorage.TestPictures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The npm package grpc-web, in Node; where there is no Node there is nothing to try. */
class OfficialClientTest extends FileServerTest {

  private static final Path SOURCES = Path.of("src/test/node");
  private static final Path INSTALLED = Path.of("target/grpc-web-client");

  @Test
  void the_official_client_uploads_downloads_and_understands_errors()
      throws IOException, InterruptedException {
    assumeTrue(isOnPath("node") && isOnPath("npm"), "Node and npm are not installed");
    install();
    Path picture = Files.write(folder.resolve("picture.webp"), TestPictures.webp(512, 438));
    String said =
        run(
            "node",
            "client.js",
            server.http("").toString(),
            server.authentication.tokenOf(alice),
            picture.toString());
    assertThat(said.lines()).containsExactly(expected("binary"), expected("text"));
  }

  private static String expected(String format) {
    return ("{\"format\":\"%s\",\"width\":512,\"height\":438,\"imageFormat\":4,\"same\":true,"
            + "\"unknown\":5,\"stranger\":16,\"empty\":3}")
        .formatted(format);
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(INSTALLED);
    for (String file : List.of("package.json", "package-lock.json", "client.js")) {
      Files.copy(
          SOURCES.resolve(file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.isDirectory(INSTALLED.resolve("node_modules"))) {
      run("npm", "ci", "--no-audit", "--no-fund");
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("node", ".log");
    Process process =
        new ProcessBuilder(command)
            .directory(INSTALLED.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(output, UTF_8);
    Files.delete(output);
    assertThat(ended && process.exitValue() == 0).as(said).isTrue();
    return said;
  }
}
