package chat.letstalk.bench.floor;

import chat.letstalk.bench.BenchException;
import chat.letstalk.bench.load.Pause;
import chat.letstalk.stack.FreePorts;
import chat.letstalk.stack.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The floor of the start-up time: an Open Liberty with the same features and settings and no
 * application, from its command to its first good word about its health.
 */
public final class BareLiberty {

  private static final Pattern FEATURE = Pattern.compile("<feature>([^<]+)</feature>");
  private static final Duration DEADLINE = Duration.ofSeconds(120);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String SERVER = "bare";
  private static final String CONFIGURATION =
      """
      <server>
        <include location="%s"/>
        <featureManager>%s</featureManager>
      </server>
      """;

  private final RunningStack stack;
  private final Path folder;
  private final HttpClient client = HttpClient.newHttpClient();

  private BareLiberty(RunningStack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  /** Starts it twice, as its first start also fills caches, and times the second. */
  public static Duration startUp(RunningStack stack) {
    try {
      Path folder = Files.createTempDirectory("letstalk-bench-");
      try {
        BareLiberty liberty = new BareLiberty(stack, folder);
        liberty.configure();
        liberty.start();
        return liberty.start();
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new BenchException("A bare Open Liberty cannot be started: " + e.getMessage(), e);
    }
  }

  private void configure() throws IOException {
    Path shared = stack.serverConfiguration().resolve("shared");
    Path server = Files.createDirectories(folder.resolve("servers").resolve(SERVER));
    String features =
        featuresIn(shared).stream()
            .map("<feature>%s</feature>"::formatted)
            .collect(Collectors.joining());
    Files.writeString(
        server.resolve("server.xml"),
        CONFIGURATION.formatted(shared.resolve("server.xml"), features));
    Files.copy(
        stack.serverConfiguration().resolve(stack.serverOf("chat-api")).resolve("jvm.options"),
        server.resolve("jvm.options"));
  }

  private static Set<String> featuresIn(Path shared) throws IOException {
    Set<String> features = new TreeSet<>();
    try (Stream<Path> files = Files.list(shared)) {
      for (Path file : files.toList()) {
        FEATURE.matcher(Files.readString(file)).results().forEach(f -> features.add(f.group(1)));
      }
    }
    return features;
  }

  private Duration start() throws IOException {
    int port = FreePorts.one();
    long begin = System.nanoTime();
    Process process = launch(port);
    try {
      URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
      while (!answers(ready)) {
        if (!process.isAlive() || System.nanoTime() - begin > DEADLINE.toNanos()) {
          throw new BenchException("A bare Open Liberty does not become ready.");
        }
        Pause.of(LOOK_AGAIN);
      }
      return Duration.ofNanos(System.nanoTime() - begin);
    } finally {
      end(process);
    }
  }

  private Process launch(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                "/bin/sh", stack.libertyRuntime().resolve("bin/server").toString(), "run", SERVER)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile());
    var environment = builder.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("WLP_USER_DIR", folder.toString());
    environment.put("WLP_OUTPUT_DIR", folder.resolve("output").toString());
    environment.put("LETSTALK_HTTP_HOST", "127.0.0.1");
    environment.put("LETSTALK_HTTP_PORT", String.valueOf(port));
    return builder.start();
  }

  private boolean answers(URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("Interrupted.", e);
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
