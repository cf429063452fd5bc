package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A Kafka broker (KRaft, one node, loopback only) in a process of its own; its data is kept. */
public final class LocalKafka implements AutoCloseable {

  static final String PART = "kafka";

  /** Any 16 bytes in base64url; the same for all, as a broker never meets another one. */
  private static final String CLUSTER = "TGV0c1RhbGtMb2NhbFN0Zw";

  private static final String LOGGING =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=INFO
      org.apache.kafka.common.config.AbstractConfig.level=WARNING
      org.apache.kafka.common.config.level=WARNING
      kafka.server.KafkaConfig.level=WARNING
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n
      """;

  /**
   * A killed broker is let in again when the session of its former life has timed out, so that is
   * short here.
   */
  private static final String SETTINGS =
      """
      process.roles=broker,controller
      node.id=1
      controller.quorum.voters=1@127.0.0.1:%2$d
      controller.listener.names=CONTROLLER
      listeners=%4$s://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
      advertised.listeners=%4$s://127.0.0.1:%1$d
      listener.security.protocol.map=%4$s:%4$s,CONTROLLER:PLAINTEXT
      security.inter.broker.protocol=%4$s
      log.dirs=%3$s
      auto.create.topics.enable=true
      num.partitions=8
      broker.heartbeat.interval.ms=500
      broker.session.timeout.ms=4000
      log.retention.hours=24
      log.segment.bytes=16777216
      log.index.size.max.bytes=1048576
      offsets.topic.num.partitions=4
      offsets.topic.replication.factor=1
      transaction.state.log.num.partitions=1
      transaction.state.log.replication.factor=1
      transaction.state.log.min.isr=1
      share.coordinator.state.topic.num.partitions=1
      share.coordinator.state.topic.replication.factor=1
      share.coordinator.state.topic.min.isr=1
      group.initial.rebalance.delay.ms=0
      """;

  private final StackProcess process;
  private final int port;
  private final Supplier<LocalKafka> again;

  private LocalKafka(StackProcess process, int port, Supplier<LocalKafka> again) {
    this.process = process;
    this.port = port;
    this.again = again;
  }

  /** Starts a broker with its data in a folder, and waits until it serves. */
  public static LocalKafka start(Path data) {
    int port = FreePorts.row(2);
    return start(data, port, port + 1);
  }

  /** Starts a broker on fixed ports with its data in a folder, and waits until it serves. */
  public static LocalKafka start(Path data, int port, int controllerPort) {
    return start(data, port, controllerPort, KafkaGuard.none());
  }

  /** Starts a broker that talks TLS, and only with who proves to be one of its users. */
  public static LocalKafka startGuarded(Path data, KafkaGuard guard) {
    int port = FreePorts.row(2);
    return start(data, port, port + 1, guard);
  }

  private static LocalKafka start(Path data, int port, int controllerPort, KafkaGuard guard) {
    Path home = data.toAbsolutePath().resolve(PART);
    Path settings = home.resolve("server.properties");
    try {
      Files.createDirectories(home);
      Files.writeString(
          settings,
          SETTINGS.formatted(port, controllerPort, home.resolve("log"), guard.protocol())
              + guard.settings());
      Files.writeString(home.resolve("logging.properties"), LOGGING);
      Path formatted = home.resolve("formatted");
      if (!Files.exists(formatted)) {
        format(data, home, settings, guard);
        Files.createFile(formatted);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StackProcess process =
        StackProcess.start(
            PART,
            data,
            Map.of(),
            java(home, "-Xms128m", "-Xmx384m", "kafka.Kafka", settings.toString()));
    return new LocalKafka(
        process.awaitReady(Readiness.listening(port), Engine.DEADLINE),
        port,
        () -> start(data, port, controllerPort, guard));
  }

  private static void format(Path data, Path home, Path settings, KafkaGuard guard) {
    StackProcess.start(
            "kafka-format",
            data,
            Map.of(),
            Stream.concat(
                    java(
                        home,
                        "-Xmx128m",
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--cluster-id",
                        CLUSTER,
                        "--config",
                        settings.toString())
                        .stream(),
                    guard.formatting().stream())
                .toList())
        .awaitSuccess(Engine.DEADLINE);
  }

  private static List<String> java(Path home, String... arguments) {
    return Stream.concat(
            Stream.of(
                Jvm.java(),
                "-Xshare:auto",
                "-Djava.util.logging.config.file=" + home.resolve("logging.properties"),
                "-cp",
                Checkout.find().engine(PART) + "/*"),
            Stream.of(arguments))
        .toList();
  }

  /** What clients are given as {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Ends it, which cuts all connections, and starts it where it was, with what it has. */
  public LocalKafka restarted() {
    close();
    return again.get();
  }

  /** The process that is the broker. */
  public StackProcess process() {
    return process;
  }

  @Override
  public void close() {
    process.close();
  }
}
