package chat.letstalk.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The whole product on this machine: the services in Liberty, and what they stand on unless it is
 * elsewhere. What a former stack with the same data folder left running is ended first; its data is
 * kept.
 */
public final class LocalStack implements AutoCloseable {

  /** The part that runs all services, unless they run separately. */
  public static final String ALL_IN_ONE = "all-in-one";

  static final List<String> SERVICES =
      List.of(
          "authentication",
          "notification",
          "email",
          "link-preview",
          "file-storage",
          "image-processing",
          "chat-api");

  private final StackOptions options;
  private final Ports ports;
  private final StackLock lock;
  private final StackParts parts;

  private LocalStack(StackOptions options, StackLock lock, StackParts parts) {
    this.options = options;
    this.ports = options.ports();
    this.lock = lock;
    this.parts = parts;
  }

  /** Starts everything and waits until it serves. */
  public static LocalStack start(StackOptions options) {
    return start(options, step -> {});
  }

  /** The same, saying in words what is ready. */
  static LocalStack start(StackOptions options, Consumer<String> progress) {
    StackLock lock = StackLock.of(options);
    StackParts parts = new StackParts(options, progress);
    LocalStack stack = new LocalStack(options, lock, parts);
    try {
      options.addresses().forEach(ServerAddress::requireReachable);
      Leftovers.end(options.data(), progress);
      stack.ports.requireFree();
      parts.startAll();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Deletes all that a stack with this data folder has kept, which must have ended. */
  public static void forget(Path data) {
    Down.wipe(data);
  }

  /** Whether a part is a Liberty server, not what it stands on. */
  static boolean isServer(String part) {
    return part.equals(ALL_IN_ONE) || SERVICES.contains(part);
  }

  /** The same stack for who measures it. */
  public RunningStack running() {
    return new RunningStack(options.data(), ports);
  }

  /** The names of all parts: engines and servers. */
  public List<String> parts() {
    return parts.names();
  }

  /** Ends a part as a power cut would (SIGKILL). */
  public void kill(String part) {
    parts.of(part).kill();
  }

  /** Starts a part again where it was, after ending it if it still runs; waits until it serves. */
  public void restart(String part) {
    parts.restart(part);
  }

  /** The process id of a part. */
  public long pid(String part) {
    return parts.of(part).pid();
  }

  /** The names of parts that have ended by themselves. */
  List<String> ended() {
    return parts.ended();
  }

  /** The base address of the REST API, without a slash at its end. */
  public URI restUrl() {
    return http(ports.main());
  }

  /** The hub: {@code ws://.../messagehub}. */
  public URI hubUrl() {
    return URI.create("ws://127.0.0.1:" + ports.http("notification") + "/messagehub");
  }

  /** Where pictures are: gRPC-Web and {@code /images} are below it, without a slash at its end. */
  public URI fileStorageUrl() {
    return http(ports.http("file-storage"));
  }

  /** The base address of authentication over HTTP (its JWKS is below it). */
  public URI authenticationUrl() {
    return URI.create(http(ports.http("authentication")) + "/authentication");
  }

  /** The port of authentication's gRPC server. */
  public int authenticationGrpcPort() {
    return ports.authenticationGrpc();
  }

  /** The port of file-storage's gRPC server. */
  public int fileStorageGrpcPort() {
    return ports.fileStorageGrpc();
  }

  /** The mailbox's REST API. */
  public URI mailboxUrl() {
    return http(ports.mailbox());
  }

  /** What Kafka's clients are given as {@code bootstrap.servers}. */
  public String kafkaBootstrap() {
    return "127.0.0.1:" + ports.kafka();
  }

  /** The JDBC address of chat-api's database. */
  public String databaseUrl() {
    return LocalMariaDb.url(ports.database(), LocalMariaDb.DATABASE);
  }

  /** A service's own key towards authentication. */
  public String serviceKey(String service) {
    return Secrets.in(options.data()).of(service);
  }

  /** Where authentication keeps its signing keys. */
  public Path keysFolder() {
    return options.data().resolve("keys");
  }

  private static URI http(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Ends everything in order; the data stays. */
  @Override
  public void close() {
    parts.close();
    lock.close();
  }
}
