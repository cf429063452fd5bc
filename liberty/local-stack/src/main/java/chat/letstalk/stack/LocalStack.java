package chat.letstalk.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The whole product on this machine: database, broker, mailbox and the services in Liberty. What a
 * former stack with the same data folder left running is ended first; its data is kept.
 */
public final class LocalStack implements AutoCloseable {

  /** The part that runs all services, unless they run separately. */
  public static final String ALL_IN_ONE = "all-in-one";

  static final List<String> SERVICES =
      List.of(
          "authentication",
          "notification",
          "email",
          "file-storage",
          "image-processing",
          "chat-api");
  private static final Duration LIBERTY_DEADLINE = Duration.ofSeconds(180);

  private final StackOptions options;
  private final Ports ports;
  private final StackLock lock;
  private final Consumer<String> progress;
  private final Map<String, StackProcess> parts = new ConcurrentHashMap<>();
  private volatile LocalMariaDb database;

  private LocalStack(StackOptions options, StackLock lock, Consumer<String> progress) {
    this.options = options;
    this.ports = options.ports();
    this.lock = lock;
    this.progress = progress;
  }

  /** Starts everything and waits until it serves. */
  public static LocalStack start(StackOptions options) {
    return start(options, step -> {});
  }

  /** The same, saying in words what is ready. */
  static LocalStack start(StackOptions options, Consumer<String> progress) {
    StackLock lock = StackLock.of(options);
    LocalStack stack = new LocalStack(options, lock, progress);
    try {
      Leftovers.end(options.data(), progress);
      stack.ports.requireFree();
      stack.startAll();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e instanceof CompletionException && e.getCause() instanceof StackException cause
          ? cause
          : e;
    }
  }

  /**
   * All at once, as the services retry until what they need is there; but the server on the main
   * port last, so that its readiness stands for everything.
   */
  private void startAll() {
    List<String> servers = options.servers();
    String last = servers.get(servers.size() - 1);
    List<String> others = servers.subList(0, servers.size() - 1);
    others.forEach(server -> parts.put(server, launch(server)));
    if (others.isEmpty()) {
      parts.put(last, launch(last));
    }
    CompletableFuture.allOf(
            engines().stream().map(this::inBackground).toArray(CompletableFuture[]::new))
        .join();
    others.forEach(this::awaitServer);
    parts.computeIfAbsent(last, this::launch);
    awaitServer(last);
  }

  private List<String> engines() {
    return options.bringsS3()
        ? List.of(LocalKafka.PART, LocalMailbox.PART, LocalMariaDb.PART, LocalS3.PART)
        : List.of(LocalKafka.PART, LocalMailbox.PART, LocalMariaDb.PART);
  }

  private CompletableFuture<Void> inBackground(String part) {
    return CompletableFuture.runAsync(() -> startEngine(part), task -> thread(task, part));
  }

  private static void thread(Runnable task, String part) {
    Thread thread = new Thread(task, "starts " + part);
    thread.setDaemon(true);
    thread.start();
  }

  private void startEngine(String part) {
    Path data = options.data();
    switch (part) {
      case LocalKafka.PART ->
          parts.put(part, LocalKafka.start(data, ports.kafka(), ports.kafkaController()).process());
      case LocalMailbox.PART ->
          parts.put(part, LocalMailbox.start(data, ports.smtp(), ports.mailbox()).process());
      case LocalS3.PART -> parts.put(part, LocalS3.start(data, ports.s3()).process());
      default -> {
        database = LocalMariaDb.start(data, ports.database());
        parts.put(part, database.process());
      }
    }
    progress.accept(part + " is ready");
  }

  private StackProcess launch(String server) {
    progress.accept(server + " starts in Open Liberty");
    return new LibertyServer(server, options.data())
        .start(new ServiceEnvironment(options).of(server));
  }

  private void awaitServer(String server) {
    String service = server.equals(ALL_IN_ONE) ? "chat-api" : server;
    URI ready = http(ports.http(service)).resolve("/health/ready");
    parts.get(server).awaitReady(Readiness.answering(ready), LIBERTY_DEADLINE);
    progress.accept(server + " is ready");
  }

  /** Ends a part as a power cut would (SIGKILL). */
  public void kill(String part) {
    running(part).kill();
  }

  /** Starts a part again where it was, after ending it if it still runs; waits until it serves. */
  public void restart(String part) {
    running(part).close();
    if (options.servers().contains(part)) {
      parts.put(part, launch(part));
      awaitServer(part);
    } else {
      startEngine(part);
    }
  }

  /** The process id of a part. */
  public long pid(String part) {
    return running(part).pid();
  }

  /** The name of a part that has ended by itself, or nothing while all run. */
  List<String> ended() {
    return parts.entrySet().stream()
        .filter(entry -> !entry.getValue().isAlive())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private StackProcess running(String part) {
    StackProcess process = parts.get(part);
    if (process == null) {
      throw new StackException(part + " is not a part of this stack: " + parts.keySet() + ".");
    }
    return process;
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
    return database.url();
  }

  /** Who may do everything in the database: user and password. */
  public LocalMariaDb database() {
    return database;
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
    RunningParts.end(List.copyOf(parts.values()));
    lock.close();
  }
}
