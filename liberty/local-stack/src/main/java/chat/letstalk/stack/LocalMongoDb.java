package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A stand-in for MongoDB (mongo-java-server, loopback only) in a process of its own, or a gateway
 * to {@link DocumentDb} where there is one; its data is kept. It wants nobody to sign in.
 */
public final class LocalMongoDb implements AutoCloseable {

  static final String PART = "mongodb";

  private final StackProcess process;
  private final int port;
  private final Path data;

  private LocalMongoDb(StackProcess process, int port, Path data) {
    this.process = process;
    this.port = port;
    this.data = data;
  }

  /** What it is. */
  static String software() {
    return DocumentDb.isThere()
        ? "a gateway to DocumentDB on PostgreSQL"
        : "mongo-java-server, a stand-in for MongoDB";
  }

  /** Starts a server with its data in a folder, and waits until it serves. */
  public static LocalMongoDb start(Path data) {
    return start(data, FreePorts.one());
  }

  /** Starts a server on a fixed port with its data in a folder, and waits until it serves. */
  public static LocalMongoDb start(Path data, int port) {
    return start(data, port, List.of());
  }

  /**
   * Starts a server that wants TLS.
   *
   * @param key what it shows its clients
   */
  public static LocalMongoDb startWithTls(Path data, ServerKey key) {
    return start(data, FreePorts.one(), List.of(key.keyStore().toString(), ServerKey.PASSWORD));
  }

  private static LocalMongoDb start(Path data, int port, List<String> tls) {
    Path home = data.toAbsolutePath().resolve(PART);
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = DocumentDb.isThere() ? gateway(port) : standIn(port, home);
    StackProcess process =
        StackProcess.start(
            PART, data, Map.of(), Stream.concat(command.stream(), tls.stream()).toList());
    process.awaitReady(Readiness.listening(port), Engine.DEADLINE);
    return new LocalMongoDb(process, port, data);
  }

  private static List<String> standIn(int port, Path home) {
    return List.of(
        Jvm.java(),
        // Its indexes are in memory: 200 MB for a million messages, beside a cache of 256.
        "-Xmx1g",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-cp",
        Checkout.find().mongoDbEngine(),
        "chat.letstalk.stack.mongodb.LocalMongoServer",
        Integer.toString(port),
        home.resolve("data.mv").toString());
  }

  private static List<String> gateway(int port) {
    return List.of(
        Jvm.java(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-Xshare:auto",
        "-cp",
        Checkout.find().mongoDbEngine(),
        "chat.letstalk.stack.documentdb.DocumentDbGateway",
        Integer.toString(port));
  }

  /** The name of chat-api's database. */
  public String database() {
    return databaseIn(data);
  }

  static String databaseIn(Path data) {
    return DocumentDb.isThere() ? DocumentDb.databaseOf(data.resolve(PART)) : "letstalk";
  }

  /** The connection string, without a database. */
  public String url() {
    return url(port);
  }

  static String url(int port) {
    return "mongodb://127.0.0.1:" + port;
  }

  /** The port that it listens on. */
  public int port() {
    return port;
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
