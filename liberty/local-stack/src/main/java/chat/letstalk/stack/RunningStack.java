package chat.letstalk.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A stack that {@code ./letstalk up} has started elsewhere and that runs; for who measures it. */
public final class RunningStack {

  private final Path data;
  private final Ports ports;

  RunningStack(Path data, Ports ports) {
    this.data = data;
    this.ports = ports;
  }

  /**
   * The stack with this data folder.
   *
   * @throws StackException when none runs
   */
  public static RunningStack of(Path data) {
    int port =
        PidFile.of(data, StackLock.LAUNCHER)
            .process()
            .flatMap(launcher -> StackLock.lastPort(data))
            .orElseThrow(() -> new StackException("No stack runs; ./letstalk up starts it."));
    boolean separate = PidFile.of(data, LocalStack.ALL_IN_ONE).process().isEmpty();
    return new RunningStack(data, new Ports(port, separate));
  }

  /** The data folder that {@code ./letstalk} uses when none is named. */
  public static Path defaultData() {
    return Checkout.find().folder().resolve(".letstalk");
  }

  /** Whether each service has a server of its own. */
  public boolean separate() {
    return ports.separate();
  }

  /** The part whose process runs a service: its own server, or the one for all. */
  public String serverOf(String service) {
    return separate() ? service : LocalStack.ALL_IN_ONE;
  }

  /** The processes of all parts that run, by the part's name. */
  public Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> running = new TreeMap<>();
    PidFile.all(data)
        .forEach(file -> file.process().ifPresent(process -> running.put(file.part(), process)));
    return running;
  }

  /** The base address of the REST API, without a slash at its end. */
  public URI restUrl() {
    return URI.create("http://127.0.0.1:" + ports.main());
  }

  /** The hub: {@code ws://.../messagehub}. */
  public URI hubUrl() {
    return URI.create("ws://127.0.0.1:" + ports.http("notification") + "/messagehub");
  }

  /** The base address of the file service, without a slash at its end. */
  public URI filesUrl() {
    return URI.create("http://127.0.0.1:" + ports.http("file-storage"));
  }

  /**
   * What was chosen of store, broker or cache, by the engines that run.
   *
   * @throws StackException when the stack stands on a store or broker of somebody's own
   */
  public String chosen(Choice choice) {
    return switch (choice) {
      case STORE -> runs(LocalMongoDb.PART) ? "mongodb" : own(choice, LocalMariaDb.PART, "mysql");
      case BROKER -> runs(LocalAws.PART) ? "aws" : own(choice, LocalKafka.PART, "kafka");
      case CACHE -> runs(LocalRedis.PART) ? "redis" : "memory";
      case FILES, PREVIEWS ->
          throw new IllegalArgumentException("The engines do not tell " + choice + ".");
    };
  }

  private String own(Choice choice, String part, String value) {
    if (runs(part)) {
      return value;
    }
    throw new StackException(
        "The stack does not bring what %s names: start one without addresses of your own servers."
            .formatted(choice.option()));
  }

  private boolean runs(String part) {
    return PidFile.of(data, part).process().isPresent();
  }

  /** Where SNS and SQS listen. */
  public URI awsEndpoint() {
    return LocalAws.endpoint(ports.aws());
  }

  /** The connection string of MongoDB, without a database. */
  public String mongoDbUrl() {
    return LocalMongoDb.url(ports.database());
  }

  /** The name of chat-api's database in MongoDB. */
  public String mongoDbDatabase() {
    return LocalMongoDb.databaseIn(data);
  }

  /** What Kafka's clients are given as {@code bootstrap.servers}. */
  public String kafkaBootstrap() {
    return "127.0.0.1:" + ports.kafka();
  }

  /** The JDBC address of chat-api's database. */
  public String databaseUrl() {
    return LocalMariaDb.url(ports.database(), LocalMariaDb.DATABASE);
  }

  /** Who may do everything on the database server. */
  public String databaseUser() {
    return LocalMariaDb.USER;
  }

  /** The password of {@link #databaseUser}. */
  public String databasePassword() {
    return LocalMariaDb.passwordIn(data);
  }

  /** The newest login code that was mailed to an address, if one has arrived by now. */
  public Optional<String> newestCode(String email) {
    return Code.newest(ports, email);
  }

  /** The Open Liberty that the services run in. */
  public Path libertyRuntime() {
    return Checkout.find().libertyRuntime();
  }

  /** The checked-in configuration of all servers: a folder each, and {@code shared}. */
  public Path serverConfiguration() {
    return Checkout.find().serverConfiguration();
  }

  /** How long the start took, unless nobody wrote it down. */
  public Optional<StartUp> startUp() {
    return StartUp.read(data);
  }
}
