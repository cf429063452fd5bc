package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A MariaDB server (loopback only, durable on commit) in a process of its own; its data is kept.
 * The database {@code letstalk} is there from the beginning.
 */
public final class LocalMariaDb implements AutoCloseable {

  static final String PART = "database";
  static final String DATABASE = "letstalk";
  static final String USER = "letstalk";

  private final StackProcess process;
  private final int port;
  private final String password;

  private LocalMariaDb(StackProcess process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /** Starts a server with its data in a folder, and waits until it serves. */
  public static LocalMariaDb start(Path data) {
    return start(data, FreePorts.one());
  }

  /** Starts a server on a fixed port with its data in a folder, and waits until it serves. */
  public static LocalMariaDb start(Path data, int port) {
    MariaDbFiles files = MariaDbFiles.unpacked();
    String password = passwordIn(data);
    Path tables = data.toAbsolutePath().resolve(PART);
    if (!Files.isDirectory(tables)) {
      files.install(data, tables, USER, password);
    }
    List<String> command = new ArrayList<>(files.server(tables));
    command.addAll(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--socket=" + socket(port),
            "--skip-name-resolve",
            // Nobody listens on loopback, and making a certificate takes up to minutes of one core.
            "--skip-ssl",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_ci",
            "--max-connections=300",
            "--thread-handling=one-thread-per-connection",
            "--innodb-buffer-pool-size=256M",
            "--innodb-log-file-size=128M",
            "--innodb-flush-log-at-trx-commit=1",
            "--default-time-zone=+00:00",
            "--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"));
    StackProcess process =
        StackProcess.start(PART, data, files.environment(), command)
            .awaitReady(Readiness.greeting(port), Engine.DEADLINE);
    return new LocalMariaDb(process, port, password);
  }

  static String passwordIn(Path data) {
    return Secrets.in(data).of(PART);
  }

  /** A Unix socket's path may have 108 characters at most, so it cannot live in the data folder. */
  private static Path socket(int port) {
    try {
      Path folder = Files.createTempDirectory("letstalk-");
      folder.toFile().deleteOnExit();
      return folder.resolve(port + ".sock");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC address of the database {@code letstalk}, for MySQL's own driver. */
  public String url() {
    return url(DATABASE);
  }

  static String url(int port, String database) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + database;
  }

  /** The JDBC address of any database on this server. */
  public String url(String database) {
    return url(port, database);
  }

  /** Who may do everything on this server. */
  public String user() {
    return USER;
  }

  /** The password of {@link #user}. */
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
