package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Redis server (loopback only, with a password) in a process of its own. Its data is kept: a
 * machine that loses its power loses the last second of it, a killed process nothing.
 */
public final class LocalRedis implements AutoCloseable {

  static final String PART = "redis";

  private static final String SETTINGS =
      """
      bind 127.0.0.1
      port %d
      requirepass %s
      dir %s
      appendonly yes
      appendfsync everysec
      save ""
      """;

  private final StackProcess process;
  private final int port;
  private final String password;

  private LocalRedis(StackProcess process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /** Starts a server on a free port with its data in a folder, and waits until it serves. */
  public static LocalRedis start(Path data) {
    return start(data, FreePorts.one());
  }

  /** Starts a server on a fixed port with its data in a folder, and waits until it serves. */
  public static LocalRedis start(Path data, int port) {
    Path home = data.toAbsolutePath().resolve(PART);
    Path settings = home.resolve("redis.conf");
    String password = passwordIn(data);
    try {
      Files.createDirectories(home);
      if (!Files.exists(settings)) {
        Files.createFile(
            settings,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(settings, SETTINGS.formatted(port, password, home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StackProcess process =
        StackProcess.start(PART, data, Map.of(), List.of(binary().toString(), settings.toString()));
    // It listens before it has read its data again, and answers LOADING until then.
    Readiness serving =
        Readiness.replying(port, List.of("AUTH " + password, "PING", "QUIT"), "+PONG");
    return new LocalRedis(process.awaitReady(serving, Engine.DEADLINE), port, password);
  }

  private static Path binary() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    String ending = (system.startsWith("mac") ? "-darwin-" : "-linux-") + machine;
    try (Stream<Path> files = Files.list(Checkout.find().engine(PART))) {
      Path binary =
          files
              .filter(file -> file.toString().endsWith(ending))
              .findFirst()
              .orElseThrow(() -> new StackException("No Redis for this kind of machine."));
      // Maven unpacks without permissions.
      if (!Files.isExecutable(binary) && !binary.toFile().setExecutable(true)) {
        throw new StackException(binary + " cannot be made executable.");
      }
      return binary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String passwordIn(Path data) {
    return Secrets.in(data).of(PART);
  }

  /** The address, without the password. */
  public String url() {
    return url(port);
  }

  static String url(int port) {
    return "redis://127.0.0.1:" + port;
  }

  /** The password of the default user. */
  public String password() {
    return password;
  }

  /** The process that is the server. */
  public StackProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
