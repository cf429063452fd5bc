package chat.letstalk.bench.floor;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.child.ChildProgram;
import chat.letstalk.bench.child.JobReport;
import chat.letstalk.bench.load.Timing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The floor of previews: sharp, which is libvips for Node, and the fastest that is widely used. It
 * comes from npm, once, into a folder of its own.
 */
public final class Sharp {

  /** Its name beside figures; the version names that of libvips too. */
  public static final String NAME = "sharp";

  static final String VERSION = "0.35.5";

  private static final String SCRIPT = "previews.mjs";
  private static final Duration INSTALLED_WITHIN = Duration.ofMinutes(3);
  private static final String PACKAGE =
      """
      {"private": true, "dependencies": {"sharp": "%s"}}
      """
          .formatted(VERSION);

  private final Path folder;

  private Sharp(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs it unless it is there.
   *
   * @throws BenchException when there is no Node, no npm or no registry; in words why
   */
  public static Sharp in(Path folder) {
    try {
      Files.createDirectories(folder);
      if (!isInstalled(folder)) {
        Files.writeString(folder.resolve("package.json"), PACKAGE);
        new ChildProgram(
                "npm install sharp",
                List.of("npm", "install", "--no-audit", "--no-fund", "--loglevel=error"),
                Map.of(),
                folder)
            .run(INSTALLED_WITHIN);
      }
      try (InputStream script = Sharp.class.getResourceAsStream("/sharp/" + SCRIPT)) {
        Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
      }
      return new Sharp(folder);
    } catch (IOException e) {
      throw new BenchException("sharp cannot be put into " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean isInstalled(Path folder) throws IOException {
    Path installed = folder.resolve("node_modules/sharp/package.json");
    return Files.exists(installed)
        && Files.readString(installed).contains("\"version\": \"" + VERSION + "\"");
  }

  /** Makes previews of a picture for a while, so many at once with a thread each. */
  public JobReport previews(Path picture, int atOnce, Timing timing) {
    List<String> command =
        List.of(
            "node",
            SCRIPT,
            picture.toString(),
            String.valueOf(atOnce),
            String.valueOf(timing.warmUp().toMillis()),
            String.valueOf(timing.measured().toMillis()));
    return new ChildProgram(NAME, command, Map.of(), folder).report(timing);
  }
}
